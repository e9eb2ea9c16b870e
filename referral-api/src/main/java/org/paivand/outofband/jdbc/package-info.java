/** Where it is kept which case an out-of-band entry belongs to. */
@NullMarked
package org.paivand.outofband.jdbc;

import org.jspecify.annotations.NullMarked;
