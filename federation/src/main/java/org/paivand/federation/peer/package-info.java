/** Whose keys are believed. */
@NullMarked
package org.paivand.federation.peer;

import org.jspecify.annotations.NullMarked;
