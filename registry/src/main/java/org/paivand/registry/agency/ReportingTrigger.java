package org.paivand.registry.agency;

import org.paivand.disclosure.Coded;

/** What makes an agency's duty to report begin; a closed list, so that it can be explained before consent is asked. */
public enum ReportingTrigger implements Coded {
    CRIME_KNOWN("crime-known"),
    INJURY_TREATED("injury-treated"),
    CHILD_AT_RISK("child-at-risk"),
    CHILD_TAKEN_IN("child-taken-in"),
    FOREIGN_NATIONAL_TAKEN_IN("foreign-national-taken-in");

    private final String code;

    ReportingTrigger(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static ReportingTrigger of(String code) {
        return Coded.of(ReportingTrigger.class, code);
    }
}
