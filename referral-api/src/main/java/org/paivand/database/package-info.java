/** The one mechanism by which anything reads or writes MariaDB: EclipseLink and plain JDBC in one local transaction. */
@NullMarked
package org.paivand.database;

import org.jspecify.annotations.NullMarked;
