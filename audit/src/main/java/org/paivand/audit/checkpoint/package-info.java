/** C2SP tlog-checkpoint: what the log promises, and whose word makes it believable. */
@org.jspecify.annotations.NullMarked
package org.paivand.audit.checkpoint;
