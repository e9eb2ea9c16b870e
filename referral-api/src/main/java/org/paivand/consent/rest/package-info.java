/** Consent over HTTP. */
@NullMarked
package org.paivand.consent.rest;

import org.jspecify.annotations.NullMarked;
