/** Numbers of forms in MariaDB. */
@NullMarked
package org.paivand.paper.jdbc;

import org.jspecify.annotations.NullMarked;
