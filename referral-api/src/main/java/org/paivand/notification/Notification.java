package org.paivand.notification;

import java.time.Instant;
import java.util.UUID;

/**
 * That there is something to look at, and nothing of what it is.
 *
 * @param position in the order in which all are read, from 1
 * @param subject the id of the referral, the case, the notice, the hand-over or the submission, which the agency knows or may read
 */
public record Notification(long position, NotificationKind kind, UUID subject, Instant at) {}
