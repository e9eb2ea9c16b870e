package org.paivand.casefile.json;

import org.paivand.casefile.section.Message;
import org.paivand.casefile.section.PersonsAnswer;
import org.paivand.casefile.section.Section;
import org.paivand.casefile.section.ServicePlan;
import org.paivand.disclosure.Category;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RequestError;

/** A section as it came becomes one here. */
public final class SectionBodies {
    private SectionBodies() {}

    /**
     * Reads a section.
     *
     * @param at where it stands in the body, as a JSON pointer
     * @throws ProblemException naming each fault by its place in the body
     */
    public static Section parse(Category category, byte[] json, String at) {
        return read(() -> Sections.parse(category, json), at);
    }

    /** What the person said of the help, as the whole body. */
    public static PersonsAnswer personsAnswer(byte[] json) {
        return read(() -> Sections.personsAnswer(json), "");
    }

    /** What one agency writes to another, as the whole body. */
    public static Message message(byte[] json) {
        return read(() -> Sections.message(json), "");
    }

    /** What a controller plans, as the whole body. */
    public static ServicePlan plan(byte[] json) {
        return read(() -> Sections.plan(json), "");
    }

    private interface Reading<T> {
        T read() throws InvalidSection;
    }

    private static <T> T read(Reading<T> reading, String at) {
        try {
            return reading.read();
        } catch (InvalidSection invalid) {
            if (invalid.errors().stream().anyMatch(error -> error.code() == SectionError.Code.MALFORMED_JSON)) {
                throw ProblemException.of(ProblemCode.MALFORMED_JSON);
            }
            throw ProblemException.invalid(invalid.errors().stream()
                    .map(error ->
                            new RequestError(at + error.pointer(), error.code().code()))
                    .toList());
        }
    }
}
