package org.paivand.disclosure.policy;

import org.paivand.disclosure.Coded;

/** Whether a recipient may use what it got against the person's stay in a country. The list has one member for good. */
public enum ImmigrationUse implements Coded {
    NEVER("never");

    private final String code;

    ImmigrationUse(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static ImmigrationUse of(String code) {
        return Coded.of(ImmigrationUse.class, code);
    }
}
