/** The forms as pages to print. */
@NullMarked
package org.paivand.paper.page;

import org.jspecify.annotations.NullMarked;
