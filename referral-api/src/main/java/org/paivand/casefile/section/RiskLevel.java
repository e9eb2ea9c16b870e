package org.paivand.casefile.section;

/** How great the danger to the person is, as judged by the agency that writes it. */
public enum RiskLevel implements Listed {
    LOW,
    MEDIUM,
    HIGH,
    UNKNOWN
}
