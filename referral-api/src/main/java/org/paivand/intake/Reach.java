package org.paivand.intake;

import org.paivand.casefile.section.Contact;
import org.paivand.disclosure.Coded;

/** A way to reach somebody that is safe, as the writer says. */
public record Reach(Whose whose, Contact contact) {

    /** Who is reached by it. */
    public enum Whose implements Coded {
        /** The person whom it is about. */
        PERSON("person"),
        /** Who wrote for that person. */
        WRITER("writer");

        private final String code;

        Whose(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }

        public static Whose of(String code) {
            return Coded.of(Whose.class, code);
        }
    }

    @Override
    public String toString() {
        return "a way to reach somebody";
    }
}
