/** A case passes from one controller to another: proposed, accepted, and never without the person's consent to it. */
@NullMarked
package org.paivand.handover;

import org.jspecify.annotations.NullMarked;
