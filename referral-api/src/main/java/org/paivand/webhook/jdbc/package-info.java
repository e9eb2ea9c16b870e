/** Webhooks in MariaDB. */
@NullMarked
package org.paivand.webhook.jdbc;

import org.jspecify.annotations.NullMarked;
