/** The registry book: what the registry holds now and held at any past instant, and how it changes. Pure. */
@NullMarked
package org.paivand.registry;

import org.jspecify.annotations.NullMarked;
