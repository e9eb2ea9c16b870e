/** What child protection finds on a guardian and decides in a child's best interests. Pure. */
@NullMarked
package org.paivand.protection;

import org.jspecify.annotations.NullMarked;
