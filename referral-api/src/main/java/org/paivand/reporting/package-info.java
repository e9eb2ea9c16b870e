/** What the law has an agency tell another of a case: that there is one, in codes, and never whose it is. */
@NullMarked
package org.paivand.reporting;

import org.jspecify.annotations.NullMarked;
