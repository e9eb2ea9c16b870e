/** What status bodies decided, in MariaDB. */
@NullMarked
package org.paivand.status.jdbc;

import org.jspecify.annotations.NullMarked;
