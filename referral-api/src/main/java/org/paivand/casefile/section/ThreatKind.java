package org.paivand.casefile.section;

/** What is threatened. */
public enum ThreatKind implements Listed {
    VIOLENCE,
    VIOLENCE_TO_FAMILY,
    EXPOSURE,
    DEBT,
    LEGAL_ACTION,
    SURVEILLANCE,
    ABDUCTION,
    OTHER
}
