/** Whether this instance lives and may serve, and counts without content (MicroProfile Health and Metrics). */
@NullMarked
package org.paivand.health;

import org.jspecify.annotations.NullMarked;
