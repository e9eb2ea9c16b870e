/** Codes in MariaDB, as seals. */
@NullMarked
package org.paivand.person.jdbc;

import org.jspecify.annotations.NullMarked;
