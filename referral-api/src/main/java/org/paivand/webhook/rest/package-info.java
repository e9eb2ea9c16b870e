/** Webhooks over HTTP. */
@NullMarked
package org.paivand.webhook.rest;

import org.jspecify.annotations.NullMarked;
