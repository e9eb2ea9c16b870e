/** The witness over HTTP: its own protocol, not that of the API. */
@NullMarked
package org.paivand.witness.rest;

import org.jspecify.annotations.NullMarked;
