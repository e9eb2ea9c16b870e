/** Coded rows that no erasure empties, because nothing links them to a person. */
@NullMarked
package org.paivand.statistics;

import org.jspecify.annotations.NullMarked;
