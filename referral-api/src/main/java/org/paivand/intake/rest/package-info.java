/** Submissions over HTTP, for the agency that they were sent to. */
@NullMarked
package org.paivand.intake.rest;

import org.jspecify.annotations.NullMarked;
