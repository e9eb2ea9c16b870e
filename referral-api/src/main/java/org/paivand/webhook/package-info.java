/** Notifications sent to agencies' systems: CloudEvents, signed as Standard Webhooks lays down. */
@NullMarked
package org.paivand.webhook;

import org.jspecify.annotations.NullMarked;
