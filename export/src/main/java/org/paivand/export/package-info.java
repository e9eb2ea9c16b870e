/** Opened entries of the disclosure log in formats of others. Pure: no clock, no database, nothing read but the entry. */
@NullMarked
package org.paivand.export;

import org.jspecify.annotations.NullMarked;
