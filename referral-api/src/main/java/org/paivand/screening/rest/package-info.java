/** Summaries of screenings over HTTP. */
@NullMarked
package org.paivand.screening.rest;

import org.jspecify.annotations.NullMarked;
