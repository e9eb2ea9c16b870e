package org.paivand.disclosure.consent;

import org.paivand.disclosure.Coded;

/** What the child said to the consent that another gave for them; {@link #UNABLE} is a child too young to form a view. */
public enum ChildAssent implements Coded {
    GIVEN("given"),
    REFUSED("refused"),
    NOT_ASKED("not-asked"),
    UNABLE("unable");

    private final String code;

    ChildAssent(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static ChildAssent of(String code) {
        return Coded.of(ChildAssent.class, code);
    }
}
