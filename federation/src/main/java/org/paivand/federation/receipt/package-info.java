/** What the other node says of an envelope. */
@NullMarked
package org.paivand.federation.receipt;

import org.jspecify.annotations.NullMarked;
