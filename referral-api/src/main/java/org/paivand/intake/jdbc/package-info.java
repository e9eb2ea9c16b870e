/** Submissions in MariaDB, with their letters sealed. */
@NullMarked
package org.paivand.intake.jdbc;

import org.jspecify.annotations.NullMarked;
