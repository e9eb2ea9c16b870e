package org.paivand.disclosure;

/** Whether the person fears the authorities of their own country; only {@link #NO} lets a consulate receive anything. */
public enum ProtectionFear implements Coded {
    YES("yes"),
    NO("no"),
    UNKNOWN("unknown");

    private final String code;

    ProtectionFear(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static ProtectionFear of(String code) {
        return Coded.of(ProtectionFear.class, code);
    }
}
