/** Out-of-band disclosures over HTTP. */
@NullMarked
package org.paivand.outofband.rest;

import org.jspecify.annotations.NullMarked;
