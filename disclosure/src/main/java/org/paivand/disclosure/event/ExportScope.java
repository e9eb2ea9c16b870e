package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** Which entries left with an export. */
public enum ExportScope implements Coded {
    /** All between two indexes. */
    PERIOD("period"),
    /** Some between two indexes: those of a case or an agency, or a single one. */
    SELECTION("selection");

    private final String code;

    ExportScope(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
