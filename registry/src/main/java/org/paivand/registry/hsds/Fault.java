package org.paivand.registry.hsds;

/**
 * What is wrong with a file, or with one of its cells; never what stands there.
 *
 * @param table what the table is called in what was sent: a file's name, or a member's; empty for the whole
 * @param row counted as whoever sent it counts, or {@link #NO_ROW}: in a CSV file the header is row 1, in JSON the first is 0
 * @param column empty for the whole row
 */
public record Fault(String table, int row, String column, Code code) {
    public static final int NO_ROW = -1;

    /** What can be wrong. The names stand in the contract. */
    public enum Code {
        BAD_ENCODING("bad-encoding"),
        BAD_PATTERN("bad-pattern"),
        CONTRADICTION("contradiction"),
        DAMAGED("damaged"),
        DANGLING("dangling"),
        DUPLICATE("duplicate"),
        FORMULA("formula"),
        NOT_IN_LIST("not-in-list"),
        NOT_KEPT("not-kept"),
        REQUIRED("required"),
        TOO_LONG("too-long"),
        TOO_MANY("too-many"),
        UNKNOWN_MEMBER("unknown-member"),
        WRONG_TYPE("wrong-type");

        private final String code;

        Code(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    public static Fault whole(Code code) {
        return new Fault("", NO_ROW, "", code);
    }

    public static Fault file(String table, Code code) {
        return new Fault(table, NO_ROW, "", code);
    }

    /** Where it is, as a JSON pointer (RFC 6901) of what was sent, or in its manner: file, row and column. */
    public String pointer() {
        StringBuilder pointer = new StringBuilder();
        if (!table.isEmpty()) {
            pointer.append('/').append(table);
        }
        if (row != NO_ROW) {
            pointer.append('/').append(row);
        }
        if (!column.isEmpty()) {
            pointer.append('/').append(column);
        }
        return pointer.toString();
    }
}
