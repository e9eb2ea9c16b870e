package org.paivand.launcher.doctor;

/**
 * What one check saw.
 *
 * @param advice what to do about it; empty when all is well
 */
public record Finding(Grade grade, String subject, String seen, String advice) {

    /** How bad it is. */
    public enum Grade {
        /** As it should be. */
        OK,
        /** Works, but may hurt later. */
        NOTE,
        /** Paivand will not start, or data is at risk. */
        PROBLEM
    }

    public Finding {
        if ((grade == Grade.OK) != advice.isEmpty()) {
            throw new IllegalArgumentException("a finding has advice exactly when something is to be done");
        }
    }

    static Finding ok(String subject, String seen) {
        return new Finding(Grade.OK, subject, seen, "");
    }

    static Finding note(String subject, String seen, String advice) {
        return new Finding(Grade.NOTE, subject, seen, advice);
    }

    static Finding problem(String subject, String seen, String advice) {
        return new Finding(Grade.PROBLEM, subject, seen, advice);
    }

    public String text() {
        String line = String.format("  %-8s %-9s %s", grade.name().toLowerCase(java.util.Locale.ROOT), subject, seen);
        return advice.isEmpty() ? line : line + System.lineSeparator() + "           → " + advice;
    }
}
