/** Signatures (RFC 7515) and encryption (RFC 7516) in the one form that the protocol admits; the algorithms are the library's. */
@NullMarked
package org.paivand.federation.jose;

import org.jspecify.annotations.NullMarked;
