/** The disclosure log in MariaDB: the log's tables, and the adapters of {@code org.paivand.entry}. */
@NullMarked
package org.paivand.audit.jdbc;

import org.jspecify.annotations.NullMarked;
