package org.paivand.casefile.section;

/** How many travel or live together, the person included, as a band. */
public enum GroupSize implements Listed {
    ONE,
    TWO,
    THREE_TO_FIVE,
    SIX_OR_MORE
}
