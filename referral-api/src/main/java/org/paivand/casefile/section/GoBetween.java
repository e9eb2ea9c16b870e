package org.paivand.casefile.section;

/** Who somebody is through whom the person is reached. */
public enum GoBetween implements Listed {
    PARTNER,
    PARENT,
    CHILD,
    SIBLING,
    RELATIVE,
    FRIEND,
    GUARDIAN,
    WORKER,
    OTHER
}
