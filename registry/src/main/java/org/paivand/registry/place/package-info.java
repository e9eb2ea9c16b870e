/** Where something is, when it is open and how it is called; of a confidential place nothing finer than its region. */
@NullMarked
package org.paivand.registry.place;

import org.jspecify.annotations.NullMarked;
