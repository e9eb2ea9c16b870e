/** What this node cosigned, in MariaDB. */
@NullMarked
package org.paivand.witness.jdbc;

import org.jspecify.annotations.NullMarked;
