package org.paivand.disclosure;

/** An agency as the registry described it when it mattered: who, of which kind, bound by which country's law. */
public record Party(AgencyId agency, AgencyKind kind, Jurisdiction jurisdiction) {}
