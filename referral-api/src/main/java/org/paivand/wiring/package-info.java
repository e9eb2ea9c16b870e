/** The composition root: the only package that knows configuration, clock, keys and data source. */
@NullMarked
package org.paivand.wiring;

import org.jspecify.annotations.NullMarked;
