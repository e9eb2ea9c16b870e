/** Agencies taken in and let go from a terminal, over the API and by the accounts of those who may. */
@NullMarked
package org.paivand.launcher.agency;

import org.jspecify.annotations.NullMarked;
