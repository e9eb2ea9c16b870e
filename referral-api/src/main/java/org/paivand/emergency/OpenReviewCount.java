package org.paivand.emergency;

/**
 * How many emergencies wait for their review.
 *
 * @param overdue how many of them are late
 */
public record OpenReviewCount(long open, long overdue) {}
