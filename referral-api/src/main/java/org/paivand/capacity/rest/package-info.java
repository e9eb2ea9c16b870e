/** Capacities and the stage-0 query over HTTP. */
@NullMarked
package org.paivand.capacity.rest;

import org.jspecify.annotations.NullMarked;
