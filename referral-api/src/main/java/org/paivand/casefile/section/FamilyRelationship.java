package org.paivand.casefile.section;

/** What a relative is to the person. */
public enum FamilyRelationship implements Listed {
    CHILD,
    PARTNER,
    PARENT,
    SIBLING,
    GRANDPARENT,
    OTHER_RELATIVE
}
