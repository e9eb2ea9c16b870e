/** Releases and previews over HTTP; the one writer that lets a person's data into an answer. */
@NullMarked
package org.paivand.release.rest;

import org.jspecify.annotations.NullMarked;
