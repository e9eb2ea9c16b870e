package org.paivand.referral;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** Why a provider declines. The sender sees only {@link #senderView}: some reasons would tell where somebody is. */
public enum DeclineCode implements Coded {
    NO_CAPACITY("no-capacity"),
    NOT_ELIGIBLE("unsuitable"),
    UNSAFE_TO_ACCEPT("not-possible"),
    OUTSIDE_COVERAGE("unsuitable"),
    LANGUAGE("unsuitable"),
    CONFLICT_OF_INTEREST("not-possible"),
    PERSON_DECLINED("not-possible"),
    DUPLICATE("not-possible"),
    OTHER("not-possible");

    private final String senderView;

    DeclineCode(String senderView) {
        this.senderView = senderView;
    }

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String senderView() {
        return senderView;
    }
}
