/** Consent events in MariaDB, sealed with the evidence key. */
@NullMarked
package org.paivand.consent.jpa;

import org.jspecify.annotations.NullMarked;
