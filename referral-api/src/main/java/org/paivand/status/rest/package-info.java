/** Status decisions over HTTP, for the body that makes them. */
@NullMarked
package org.paivand.status.rest;

import org.jspecify.annotations.NullMarked;
