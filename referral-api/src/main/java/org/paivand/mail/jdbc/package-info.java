/** Addresses in MariaDB. */
@NullMarked
package org.paivand.mail.jdbc;

import org.jspecify.annotations.NullMarked;
