/** Forms over HTTP. */
@NullMarked
package org.paivand.paper.rest;

import org.jspecify.annotations.NullMarked;
