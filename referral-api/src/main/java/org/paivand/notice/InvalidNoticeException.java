package org.paivand.notice;

/** A notice that can't be shown to anybody as it is; names the file and never quotes it. */
public final class InvalidNoticeException extends Exception {
    private static final long serialVersionUID = 1L;

    InvalidNoticeException(String file, String reason) {
        super(file + ": " + reason);
    }
}
