/** Formal status, as a competent body decides it on a grant of its own. No help reads it, and none waits for it. */
@NullMarked
package org.paivand.status;

import org.jspecify.annotations.NullMarked;
