package org.paivand.casefile.section;

/** How far criminal proceedings have come. */
public enum Proceedings implements Listed {
    NONE,
    COMPLAINT,
    INQUIRY,
    INVESTIGATION,
    PROSECUTION,
    TRIAL,
    APPEAL,
    CLOSED,
    UNKNOWN
}
