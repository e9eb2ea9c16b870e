/** How fast evidence is checked: a large bundle, and the verifier's own jar in a process of its own. */
@org.jspecify.annotations.NullMarked
package org.paivand.bench.evidence;
