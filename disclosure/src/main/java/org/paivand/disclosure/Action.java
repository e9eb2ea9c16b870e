package org.paivand.disclosure;

/** What a grant lets happen: share with the recipient, or let the recipient pass it onward. */
public enum Action implements Coded {
    SHARE("share"),
    ONWARD("onward");

    private final String code;

    Action(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Action of(String code) {
        return Coded.of(Action.class, code);
    }
}
