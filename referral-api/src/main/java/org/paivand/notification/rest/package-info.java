/** Notifications over HTTP. */
@NullMarked
package org.paivand.notification.rest;

import org.jspecify.annotations.NullMarked;
