package org.paivand.registry.json;

import org.paivand.registry.directory.Fault;

/** Stops the reading of one file; never leaves this package. */
final class MalformedFile extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final transient Fault fault;

    MalformedFile(String pointer, Fault.Sort sort, String text) {
        this(sort, pointer + " " + text, pointer);
    }

    private MalformedFile(Fault.Sort sort, String text, String told) {
        super(text);
        this.fault = new Fault("", told, sort, text);
    }

    /** A name that nobody knows may be somebody's, so the fault points at what it stands in. */
    static MalformedFile unknownMember(String in, String name) {
        return new MalformedFile(Fault.Sort.UNKNOWN_MEMBER, in + "/" + name + " is not a known member", in);
    }

    Fault fault() {
        return fault;
    }
}
