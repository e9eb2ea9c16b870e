package org.paivand.intake;

/** A letter that may be shown, because the entry that says who reads it is committed. Only {@link SubmissionDesk} makes one. */
public final class LoggedReading {
    private final Submission submission;
    private final Letter letter;

    LoggedReading(Submission submission, Letter letter) {
        this.submission = submission;
        this.letter = letter;
    }

    public Submission submission() {
        return submission;
    }

    public Letter letter() {
        return letter;
    }

    @Override
    public String toString() {
        return "a reading that was logged";
    }
}
