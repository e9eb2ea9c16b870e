/** Plans over HTTP. */
@NullMarked
package org.paivand.plan.rest;

import org.jspecify.annotations.NullMarked;
