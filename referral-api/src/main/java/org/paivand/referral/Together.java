package org.paivand.referral;

import java.util.UUID;
import org.paivand.casefile.section.GroupConstraint;

/**
 * That a referral was offered with others at once.
 *
 * @param offer shared by these referrals, and by no other offer of the same cases
 * @param constraint of this one towards the others
 */
public record Together(UUID offer, GroupConstraint constraint) {}
