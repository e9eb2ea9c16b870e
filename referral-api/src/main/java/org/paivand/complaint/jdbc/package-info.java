/** Rows of complaints. */
@NullMarked
package org.paivand.complaint.jdbc;

import org.jspecify.annotations.NullMarked;
