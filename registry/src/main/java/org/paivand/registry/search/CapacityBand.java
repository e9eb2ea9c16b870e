package org.paivand.registry.search;

import org.paivand.disclosure.Coded;

/** How many places are free, as far as other agencies are told: with few places a number tells who came and who left. */
public enum CapacityBand implements Coded {
    NONE("none"),
    /** One or two. */
    FEW("few"),
    SOME("some"),
    /** The service keeps no capacity here. */
    UNKNOWN("unknown");

    private static final int MOST_OF_FEW = 2;

    private final String code;

    CapacityBand(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static CapacityBand of(String code) {
        return Coded.of(CapacityBand.class, code);
    }

    public static CapacityBand of(int available) {
        if (available <= 0) {
            return NONE;
        }
        return available <= MOST_OF_FEW ? FEW : SOME;
    }
}
