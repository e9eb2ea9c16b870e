/** One request by one agency to one other: its states as types, and who may move it. Pure. */
@NullMarked
package org.paivand.referral;

import org.jspecify.annotations.NullMarked;
