package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** What a complaint is about, as far as a code can say it. Nobody has to write a word. */
public enum ComplaintTopic implements Coded {
    SHARED_WITHOUT_ASKING("shared-without-asking"),
    WENT_ON_AFTER_WITHDRAWAL("went-on-after-withdrawal"),
    HELP_MADE_CONDITIONAL("help-made-conditional"),
    FELT_UNSAFE("felt-unsafe"),
    TREATED_BADLY("treated-badly"),
    NO_ANSWER("no-answer"),
    SOMETHING_ELSE("something-else");

    private final String code;

    ComplaintTopic(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static ComplaintTopic of(String code) {
        return Coded.of(ComplaintTopic.class, code);
    }
}
