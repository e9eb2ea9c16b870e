/** How agencies are taken in and let go, over HTTP. */
@NullMarked
package org.paivand.onboarding.rest;

import org.jspecify.annotations.NullMarked;
