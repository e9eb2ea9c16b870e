package org.paivand.disclosure.json;

/** A document that is not exactly what it must be. Says where and in what way, never what stood there. */
public final class InvalidDocumentException extends Exception {
    private final String pointer;

    InvalidDocumentException(String pointer, String problem) {
        super(problem + " at " + (pointer.isEmpty() ? "the root" : pointer));
        this.pointer = pointer;
    }

    /** Where, as a JSON pointer (RFC 6901) made of known member names and positions. */
    public String pointer() {
        return pointer;
    }
}
