package org.paivand.audit.bundle;

/** How much a bundle claims. */
public enum Scope {
    /** Every entry between two indexes: each is opened, or a certificate says that its opening was shredded. */
    PERIOD("period"),
    /** Single entries, each with its own proof; nothing is claimed about those between them. */
    SELECTION("selection");

    private final String code;

    Scope(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }
}
