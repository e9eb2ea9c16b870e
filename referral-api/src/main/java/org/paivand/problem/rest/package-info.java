/** Every failure on its way out becomes a problem here, and nowhere else. */
@NullMarked
package org.paivand.problem.rest;

import org.jspecify.annotations.NullMarked;
