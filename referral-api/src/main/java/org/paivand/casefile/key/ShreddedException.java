package org.paivand.casefile.key;

/** The key of the year or the day in which it was sealed is gone. */
public final class ShreddedException extends CaseKeyException {

    private static final long serialVersionUID = 1;

    ShreddedException() {
        super("the key of its time is gone");
    }
}
