package org.paivand.disclosure;

/** What a disclosure can rest on. */
public enum BasisType implements Coded {
    CONSENT("consent"),
    BREAK_GLASS("break-glass"),
    BEST_INTERESTS("best-interests"),
    STATUTORY_DUTY("statutory-duty"),
    COURT_ORDER("court-order"),
    CHILD_PROTECTION_REQUEST("child-protection-request");

    private final String code;

    BasisType(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static BasisType of(String code) {
        return Coded.of(BasisType.class, code);
    }
}
