/** Searching the log as an auditor does, over logs of four sizes. */
@org.jspecify.annotations.NullMarked
package org.paivand.bench.search;
