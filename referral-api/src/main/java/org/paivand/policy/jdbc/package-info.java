/** Policies in MariaDB. */
@NullMarked
package org.paivand.policy.jdbc;

import org.jspecify.annotations.NullMarked;
