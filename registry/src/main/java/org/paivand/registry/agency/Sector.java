package org.paivand.registry.agency;

import org.paivand.disclosure.Coded;

/** Whether an agency is part of a state. A person may refuse every state body, so this is never guessed from the kind. */
public enum Sector implements Coded {
    STATE("state"),
    NON_STATE("non-state");

    private final String code;

    Sector(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Sector of(String code) {
        return Coded.of(Sector.class, code);
    }
}
