/** The registry book in MariaDB. */
@NullMarked
package org.paivand.registry.jdbc;

import org.jspecify.annotations.NullMarked;
