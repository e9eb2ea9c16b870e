package org.paivand.casefile.section;

/** How many children come along, as a band. */
public enum ChildrenBand implements Listed {
    NONE,
    ONE,
    TWO,
    THREE_OR_MORE
}
