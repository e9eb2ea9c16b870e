/** Plans on MariaDB. */
@NullMarked
package org.paivand.plan.jdbc;

import org.jspecify.annotations.NullMarked;
