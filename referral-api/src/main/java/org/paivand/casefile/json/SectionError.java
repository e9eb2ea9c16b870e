package org.paivand.casefile.json;

/**
 * Where a section is wrong, and how; never what stands there.
 *
 * @param pointer RFC 6901, relative to the section; a member the contract doesn't know is reported at its parent
 */
public record SectionError(String pointer, Code code) {

    /** The closed list of faults; {@link #code()} is the name on the wire. */
    public enum Code {
        MALFORMED_JSON("malformed-json"),
        WRONG_TYPE("wrong-type"),
        REQUIRED("required"),
        UNKNOWN_MEMBER("unknown-member"),
        NOT_IN_LIST("not-in-list"),
        BAD_PATTERN("bad-pattern"),
        TOO_FEW("too-few"),
        TOO_MANY("too-many"),
        DUPLICATE("duplicate"),
        CONTRADICTION("contradiction");

        private final String code;

        Code(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
