/** Notifications in MariaDB. */
@NullMarked
package org.paivand.notification.jdbc;

import org.jspecify.annotations.NullMarked;
