/** Shows each new checkpoint of this node's log to the witnesses of its policy, and keeps what they sign. */
@NullMarked
package org.paivand.audit.cosigning;

import org.jspecify.annotations.NullMarked;
