package org.paivand.casefile.section;

/** What a worker found of an indicator. */
public enum ScreeningFinding implements Listed {
    PRESENT,
    /** It was asked about, and there was no sign of it. */
    ABSENT,
    /** Also where the worker chose not to ask; nothing follows from it. */
    NOT_ASKED
}
