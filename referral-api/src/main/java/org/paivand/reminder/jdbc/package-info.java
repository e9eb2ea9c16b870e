/** Reminders on MariaDB. */
@NullMarked
package org.paivand.reminder.jdbc;

import org.jspecify.annotations.NullMarked;
