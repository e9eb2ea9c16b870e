package org.paivand.casefile.section;

/** Who acts for a child. */
public enum GuardianRelationship implements Listed {
    PARENT,
    GRANDPARENT,
    SIBLING,
    AUNT_OR_UNCLE,
    OTHER_RELATIVE,
    FOSTER_CARER,
    STATE_GUARDIAN,
    NONE,
    UNKNOWN
}
