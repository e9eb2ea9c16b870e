package org.paivand.casefile.section;

/** Who threatens. */
public enum ThreatSource implements Listed {
    TRAFFICKER,
    ASSOCIATE,
    FAMILY,
    PARTNER,
    COMMUNITY,
    OFFICIAL,
    UNKNOWN
}
