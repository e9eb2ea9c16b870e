/** Cases that belong together: who links them, and what each person has to have said. */
@NullMarked
package org.paivand.group;

import org.jspecify.annotations.NullMarked;
