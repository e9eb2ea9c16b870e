package org.paivand.registry.agency;

import org.paivand.disclosure.Coded;

/** Whether an agency takes part now. A suspended agency stays in the registry, since past entries name it. */
public enum Standing implements Coded {
    ACTIVE("active"),
    SUSPENDED("suspended");

    private final String code;

    Standing(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Standing of(String code) {
        return Coded.of(Standing.class, code);
    }
}
