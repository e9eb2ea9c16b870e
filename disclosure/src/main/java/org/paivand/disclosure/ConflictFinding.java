package org.paivand.disclosure;

/** Child protection's finding on a guardian's conflict of interest; only {@link #NONE} lets a guardian speak. */
public enum ConflictFinding implements Coded {
    NONE("none"),
    CONFLICT("conflict"),
    UNKNOWN("unknown");

    private final String code;

    ConflictFinding(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static ConflictFinding of(String code) {
        return Coded.of(ConflictFinding.class, code);
    }
}
