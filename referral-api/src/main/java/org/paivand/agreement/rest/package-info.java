/** Agreements over HTTP. */
@NullMarked
package org.paivand.agreement.rest;

import org.jspecify.annotations.NullMarked;
