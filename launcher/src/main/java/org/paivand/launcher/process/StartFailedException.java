package org.paivand.launcher.process;

/** A part could not be started, or ended by itself; the message is for the person at the terminal and says what to do. */
public final class StartFailedException extends Exception {
    private static final long serialVersionUID = 1L;

    public StartFailedException(String message) {
        super(message);
    }

    public StartFailedException(String message, Throwable cause) {
        super(message, cause);
    }
}
