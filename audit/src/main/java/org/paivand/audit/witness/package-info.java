/** The witness of other logs: C2SP tlog-witness, without the HTTP around it. */
@org.jspecify.annotations.NullMarked
package org.paivand.audit.witness;
