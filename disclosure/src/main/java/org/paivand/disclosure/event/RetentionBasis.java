package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** Why a holder keeps what it was asked to use no more. */
public enum RetentionBasis implements Coded {
    LEGAL_DUTY("legal-duty"),
    COURT_ORDER("court-order"),
    JOURNEY("journey"),
    VITAL_INTEREST("vital-interest"),
    LEGAL_CLAIM("legal-claim");

    private final String code;

    RetentionBasis(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static RetentionBasis of(String code) {
        return Coded.of(RetentionBasis.class, code);
    }
}
