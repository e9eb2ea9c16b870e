package org.paivand.casefile.section;

/** How one leg is travelled. */
public enum TravelMode implements Listed {
    AIR,
    RAIL,
    ROAD,
    SEA,
    FOOT
}
