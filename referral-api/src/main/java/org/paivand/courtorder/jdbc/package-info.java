/** Court orders in MariaDB. */
@NullMarked
package org.paivand.courtorder.jdbc;

import org.jspecify.annotations.NullMarked;
