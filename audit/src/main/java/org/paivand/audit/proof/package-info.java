/** C2SP tlog-proof: one entry, its inclusion proof and the checkpoint it leads to, in one file. */
@org.jspecify.annotations.NullMarked
package org.paivand.audit.proof;
