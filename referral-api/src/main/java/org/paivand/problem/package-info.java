/** What is answered when something is refused or fails: RFC 9457 problems with stable codes and texts in tg, ru, en. */
@NullMarked
package org.paivand.problem;

import org.jspecify.annotations.NullMarked;
