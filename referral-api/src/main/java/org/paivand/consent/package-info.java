/** Consent as it is recorded and withdrawn. Pure. */
@NullMarked
package org.paivand.consent;

import org.jspecify.annotations.NullMarked;
