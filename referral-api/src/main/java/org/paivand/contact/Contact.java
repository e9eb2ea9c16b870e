package org.paivand.contact;

/**
 * That somebody turned to an agency: four codes, and nothing by which one contact could be told from another.
 *
 * @param result {@link ContactResult#CASE_OPENED} if, and only if, a case is opened with it
 */
public record Contact(Channel channel, ContactBy by, Concern concern, ContactResult result) {}
