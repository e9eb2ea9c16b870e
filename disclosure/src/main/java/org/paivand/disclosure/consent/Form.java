package org.paivand.disclosure.consent;

import org.paivand.disclosure.Coded;

/** How consent was given. */
public enum Form implements Coded {
    WRITTEN("written"),
    THUMBPRINT_WITNESSED("thumbprint-witnessed"),
    ORAL_WITNESSED("oral-witnessed"),
    ORAL_PHONE("oral-phone");

    private final String code;

    Form(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Form of(String code) {
        return Coded.of(Form.class, code);
    }
}
