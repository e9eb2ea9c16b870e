/**
 * What two nodes say to each other, as pure Java: no I/O, no clock. Normative is docs/federation-protocol.md.
 *
 * <p>Whoever holds a {@code Signed…} object holds bytes whose signature was made here or verified here; there is no other way to get one.
 */
@NullMarked
package org.paivand.federation;

import org.jspecify.annotations.NullMarked;
