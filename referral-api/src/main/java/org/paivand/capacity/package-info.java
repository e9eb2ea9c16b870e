/** Places of services: what providers state of them, and what referrals hold and take of them. Pure. */
@NullMarked
package org.paivand.capacity;

import org.jspecify.annotations.NullMarked;
