/** What is signed, kept as evidence, and holds neither identity nor values. */
@NullMarked
package org.paivand.federation.envelope;

import org.jspecify.annotations.NullMarked;
