/** Counting the rows of statistics in MariaDB. */
@NullMarked
package org.paivand.statistics.jdbc;

import org.jspecify.annotations.NullMarked;
