/** Policies: which one decides when, and how two people change it. Pure. */
@NullMarked
package org.paivand.policy;

import org.jspecify.annotations.NullMarked;
