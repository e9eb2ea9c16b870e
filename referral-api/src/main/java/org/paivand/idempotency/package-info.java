/** One request, one effect, however often a bad line makes a client repeat it. */
@NullMarked
package org.paivand.idempotency;

import org.jspecify.annotations.NullMarked;
