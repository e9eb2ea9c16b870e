/** Addresses over HTTP, and the way out that a mail names. */
@NullMarked
package org.paivand.mail.rest;

import org.jspecify.annotations.NullMarked;
