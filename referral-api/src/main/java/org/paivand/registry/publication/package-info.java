/** The registry as others may take it away: signed, and with a date after which it is none. */
@NullMarked
package org.paivand.registry.publication;

import org.jspecify.annotations.NullMarked;
