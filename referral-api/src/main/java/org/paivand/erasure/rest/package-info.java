/** Erasing a case, over HTTP. */
@NullMarked
package org.paivand.erasure.rest;

import org.jspecify.annotations.NullMarked;
