/** Statutory notifications in MariaDB. */
@NullMarked
package org.paivand.reporting.jdbc;

import org.jspecify.annotations.NullMarked;
