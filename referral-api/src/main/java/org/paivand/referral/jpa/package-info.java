/** Referrals in MariaDB. */
@NullMarked
package org.paivand.referral.jpa;

import org.jspecify.annotations.NullMarked;
