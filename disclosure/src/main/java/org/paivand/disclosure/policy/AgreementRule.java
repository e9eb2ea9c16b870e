package org.paivand.disclosure.policy;

import org.paivand.disclosure.Coded;

/** When a basis asks for an agreement between the two sides. */
public enum AgreementRule implements Coded {
    ALWAYS("always"),
    ABROAD("abroad"),
    NEVER("never");

    private final String code;

    AgreementRule(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static AgreementRule of(String code) {
        return Coded.of(AgreementRule.class, code);
    }
}
