package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** What kind of recipient it was, where the registry doesn't know it; who it was, nobody writes down. */
public enum Outsider implements Coded {
    POLICE("police"),
    STATE_BODY("state-body"),
    FOREIGN_AUTHORITY("foreign-authority"),
    HEALTH_SERVICE("health-service"),
    NON_STATE_ORGANISATION("non-state-organisation"),
    LAWYER("lawyer"),
    INTERPRETER("interpreter"),
    TRANSPORT("transport"),
    FAMILY("family"),
    MEDIA("media"),
    OTHER("other");

    private final String code;

    Outsider(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
