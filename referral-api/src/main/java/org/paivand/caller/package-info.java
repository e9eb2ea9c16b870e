/** Who is asking. */
@NullMarked
package org.paivand.caller;

import org.jspecify.annotations.NullMarked;
