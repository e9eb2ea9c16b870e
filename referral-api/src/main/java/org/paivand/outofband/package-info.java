/** What was told by voice, messenger, mail or paper, written down afterwards. */
@NullMarked
package org.paivand.outofband;

import org.jspecify.annotations.NullMarked;
