package org.paivand.casefile.key;

/** The case has no key: it was destroyed, which is what erasure means, or none was ever made. */
public final class NoCaseKeyException extends CaseKeyException {

    private static final long serialVersionUID = 1;

    NoCaseKeyException() {
        super("the case has no key");
    }
}
