/** Emergencies, alerts and reviews over HTTP. */
@NullMarked
package org.paivand.emergency.rest;

import org.jspecify.annotations.NullMarked;
