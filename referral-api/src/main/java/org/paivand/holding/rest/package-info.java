/** Notices, retention and what is overdue, over HTTP. */
@NullMarked
package org.paivand.holding.rest;

import org.jspecify.annotations.NullMarked;
