/** Stage 0: which services fit what is needed, and why the others don't. No person is in it. */
@NullMarked
package org.paivand.registry.search;

import org.jspecify.annotations.NullMarked;
