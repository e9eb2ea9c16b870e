package org.paivand.casefile.section;

/** What a person needs a representative for. */
public enum RepresentationNeed implements Listed {
    LAWYER,
    INTERPRETER,
    WITNESS_PROTECTION,
    COMPENSATION_CLAIM,
    CIVIL_CLAIM,
    FAMILY_LAW,
    RESIDENCE,
    FORMAL_STATUS
}
