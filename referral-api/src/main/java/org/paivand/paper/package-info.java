/** Numbered forms for when there is no line: printed blank, typed in once. */
@NullMarked
package org.paivand.paper;

import org.jspecify.annotations.NullMarked;
