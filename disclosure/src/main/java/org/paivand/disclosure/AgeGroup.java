package org.paivand.disclosure;

/** What is known of a person's age. Undetermined counts as a child in every rule. */
public enum AgeGroup implements Coded {
    CHILD("child"),
    ADULT("adult"),
    UNDETERMINED("undetermined");

    private final String code;

    AgeGroup(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static AgeGroup of(String code) {
        return Coded.of(AgeGroup.class, code);
    }
}
