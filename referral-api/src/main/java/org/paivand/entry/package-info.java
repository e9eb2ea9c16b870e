/** The disclosure log as the other features see it: append inside a transaction, search, ask whether it can be written. */
@NullMarked
package org.paivand.entry;

import org.jspecify.annotations.NullMarked;
