/** Other nodes: whose agencies they host, and which keys they speak with. */
@NullMarked
package org.paivand.registry.node;

import org.jspecify.annotations.NullMarked;
