/** This node as a witness of other countries' logs (C2SP tlog-witness). */
@NullMarked
package org.paivand.witness;

import org.jspecify.annotations.NullMarked;
