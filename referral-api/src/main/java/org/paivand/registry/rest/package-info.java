/** Agencies over HTTP. */
@NullMarked
package org.paivand.registry.rest;

import org.jspecify.annotations.NullMarked;
