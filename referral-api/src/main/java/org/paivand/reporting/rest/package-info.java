/** Statutory notifications over HTTP. */
@NullMarked
package org.paivand.reporting.rest;

import org.jspecify.annotations.NullMarked;
