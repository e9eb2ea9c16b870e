/** RFC 6962/9162 Merkle trees: hashes, proofs that verify or throw, and a frontier that appends in O(log n). */
@org.jspecify.annotations.NullMarked
package org.paivand.audit.merkle;
