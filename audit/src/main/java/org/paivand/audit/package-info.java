/** A transparency log as a library. {@code audit/FORMAT.md} is normative for every byte. */
@org.jspecify.annotations.NullMarked
package org.paivand.audit;
