package org.paivand.launcher.demo;

/** Something was seen that isn't as it must be; the message says what. */
final class UnexpectedException extends Exception {
    private static final long serialVersionUID = 1L;

    UnexpectedException(String seen) {
        super(seen);
    }
}
