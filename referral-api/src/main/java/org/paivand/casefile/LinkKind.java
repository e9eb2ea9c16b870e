package org.paivand.casefile;

import org.paivand.disclosure.Coded;

/** Why cases belong together. */
public enum LinkKind implements Coded {
    FAMILY_UNIT("family-unit"),
    TRAVEL_GROUP("travel-group");

    private final String code;

    LinkKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
