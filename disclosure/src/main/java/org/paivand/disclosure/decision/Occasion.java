package org.paivand.disclosure.decision;

import org.paivand.disclosure.Coded;

/** What is being done: an offer can never carry more than stage 1, a pull can once it was accepted. */
public enum Occasion implements Coded {
    OFFER("offer"),
    PULL("pull");

    private final String code;

    Occasion(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Occasion of(String code) {
        return Coded.of(Occasion.class, code);
    }
}
