package org.paivand.mail;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** What may be sent to an address. */
public enum Standing implements Coded {
    /** Its code, and nothing else. */
    UNCONFIRMED,
    /** That there is something new. */
    CONFIRMED,
    /** Nothing: it was refused for good. */
    BOUNCED,
    /** Nothing: whoever reads it there wants no more. */
    UNSUBSCRIBED;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
