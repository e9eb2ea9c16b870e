/** Sends to webhooks over HTTPS. */
@NullMarked
package org.paivand.webhook.http;

import org.jspecify.annotations.NullMarked;
