package org.paivand.casefile.section;

/** Refuses a section because of one of its members; tells which and why, never what it holds. */
public final class InvalidMember extends IllegalArgumentException {

    private static final long serialVersionUID = 1;

    /** What can be wrong with a member that is well-formed by itself. */
    public enum Fault {
        TOO_FEW,
        TOO_MANY,
        CONTRADICTION
    }

    private final String member;
    private final Fault fault;

    InvalidMember(String member, Fault fault) {
        super(member.isEmpty() ? "the section is empty" : member + ": " + fault);
        this.member = member;
        this.fault = fault;
    }

    /** The component's name; empty for the record as a whole. */
    public String member() {
        return member;
    }

    public Fault fault() {
        return fault;
    }
}
