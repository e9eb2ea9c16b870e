/** What the clock brings about in a case, told to its controller without a word of what. */
@NullMarked
package org.paivand.reminder;

import org.jspecify.annotations.NullMarked;
