/** What auditors do with the log; each of it is an entry of the log. */
@NullMarked
package org.paivand.audit.desk;

import org.jspecify.annotations.NullMarked;
