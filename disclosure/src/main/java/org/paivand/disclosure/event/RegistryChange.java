package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** What happened to a part of the registry. */
public enum RegistryChange implements Coded {
    PROPOSED("proposed"),
    CONFIRMED("confirmed"),
    REJECTED("rejected"),
    WITHDRAWN("withdrawn"),
    /** By one person, since nobody is trusted more by it. */
    CHANGED("changed"),
    /** The book was filled for the first time. */
    BEGUN("begun");

    private final String code;

    RegistryChange(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static RegistryChange of(String code) {
        return Coded.of(RegistryChange.class, code);
    }
}
