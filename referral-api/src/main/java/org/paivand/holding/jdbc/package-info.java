/** Holdings, notices and what is overdue, in MariaDB: codes and ids alone. */
@NullMarked
package org.paivand.holding.jdbc;

import org.jspecify.annotations.NullMarked;
