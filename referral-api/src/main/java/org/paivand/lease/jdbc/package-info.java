/** Leases as rows of one table. */
@NullMarked
package org.paivand.lease.jdbc;

import org.jspecify.annotations.NullMarked;
