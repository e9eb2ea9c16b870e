/** Links between cases over HTTP. */
@NullMarked
package org.paivand.group.rest;

import org.jspecify.annotations.NullMarked;
