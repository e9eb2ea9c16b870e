package org.paivand.registry.json;

/** Stops the reading of one file; never leaves this package. */
final class MalformedFile extends RuntimeException {

    private static final long serialVersionUID = 1;

    MalformedFile(String pointer, String fault) {
        super(pointer + " " + fault);
    }
}
