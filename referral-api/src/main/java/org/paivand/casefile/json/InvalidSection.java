package org.paivand.casefile.json;

import java.util.List;

/** Bytes that aren't a section of the category they were sent for. Holds pointers and codes, never a value. */
public final class InvalidSection extends Exception {

    private static final long serialVersionUID = 1;

    private final transient List<SectionError> errors;

    InvalidSection(List<SectionError> errors) {
        super("not a section of this category: " + errors.size() + " faults");
        this.errors = List.copyOf(errors);
    }

    /** At least one, at most 50, in document order. */
    public List<SectionError> errors() {
        return errors;
    }
}
