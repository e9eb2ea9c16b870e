/** Capacities in MariaDB. */
@NullMarked
package org.paivand.capacity.jdbc;

import org.jspecify.annotations.NullMarked;
