package org.paivand.referral;

import java.util.Locale;

/** Why a provider declines. The sender sees only {@link #senderView}: some reasons would tell where somebody is. */
public enum DeclineCode {
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

    /** @throws IllegalArgumentException for an unknown code */
    public static DeclineCode of(String code) {
        for (DeclineCode decline : values()) {
            if (decline.code().equals(code)) {
                return decline;
            }
        }
        throw new IllegalArgumentException("unknown decline code");
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public String senderView() {
        return senderView;
    }
}
