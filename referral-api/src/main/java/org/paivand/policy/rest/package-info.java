/** Policies over HTTP. */
@NullMarked
package org.paivand.policy.rest;

import org.jspecify.annotations.NullMarked;
