/** The one place that reads a token. */
@NullMarked
package org.paivand.caller.rest;

import org.jspecify.annotations.NullMarked;
