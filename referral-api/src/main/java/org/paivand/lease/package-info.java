/** Exclusive leases by name, for whatever only one instance may do at a time. Time and order are the database's. */
@NullMarked
package org.paivand.lease;

import org.jspecify.annotations.NullMarked;
