/** Markup that is safe by construction. Pure. */
@NullMarked
package org.paivand.html;

import org.jspecify.annotations.NullMarked;
