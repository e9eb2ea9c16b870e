/** Agreements: those the node was set up with and those two registrars added since. Pure. */
@NullMarked
package org.paivand.agreement;

import org.jspecify.annotations.NullMarked;
