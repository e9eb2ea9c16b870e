package org.paivand.person;

/**
 * Codes as they are shown once; nobody can read them again.
 *
 * @param status for the person to keep
 * @param nothing for when somebody else makes the person show a page
 */
public record IssuedCodes(SurvivorCode status, SurvivorCode nothing) {}
