/** Emergencies and alerts in MariaDB. */
@NullMarked
package org.paivand.emergency.jdbc;

import org.jspecify.annotations.NullMarked;
