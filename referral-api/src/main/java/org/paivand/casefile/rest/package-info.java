/** Cases over HTTP: written by their controller, never read back. */
@NullMarked
package org.paivand.casefile.rest;

import org.jspecify.annotations.NullMarked;
