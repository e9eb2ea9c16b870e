/** The public part of a directory as one signed document, which can be kept and carried and goes stale by itself. */
@NullMarked
package org.paivand.registry.snapshot;

import org.jspecify.annotations.NullMarked;
