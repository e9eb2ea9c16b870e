/** Referrals over HTTP. */
@NullMarked
package org.paivand.referral.rest;

import org.jspecify.annotations.NullMarked;
