/** The hand-over's adapter. */
@NullMarked
package org.paivand.handover.rest;

import org.jspecify.annotations.NullMarked;
