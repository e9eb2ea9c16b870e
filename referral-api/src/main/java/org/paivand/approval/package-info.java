/** Changes that need two people: one proposes, another decides. Pure. */
@NullMarked
package org.paivand.approval;

import org.jspecify.annotations.NullMarked;
