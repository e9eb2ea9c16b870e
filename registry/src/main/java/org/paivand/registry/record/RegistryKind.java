package org.paivand.registry.record;

import org.paivand.disclosure.Coded;

/** What sort of item is changed. */
public enum RegistryKind implements Coded {
    AGENCY("agency"),
    LOCATION("location"),
    SERVICE("service"),
    NODE("node"),
    AGREEMENT("agreement");

    private final String code;

    RegistryKind(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static RegistryKind of(String code) {
        return Coded.of(RegistryKind.class, code);
    }
}
