/** Court orders over HTTP. */
@NullMarked
package org.paivand.courtorder.rest;

import org.jspecify.annotations.NullMarked;
