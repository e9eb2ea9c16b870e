package org.paivand.disclosure.policy;

import org.paivand.disclosure.Coded;

/** Why agreements keep a category back, in the order in which it is asked. */
public enum Obstacle implements Coded {
    /** None binds the two sides. */
    NO_AGREEMENT("no-agreement"),
    NOT_IN_FORCE_YET("not-in-force-yet"),
    NO_LONGER_IN_FORCE("no-longer-in-force"),
    PURPOSE_NOT_NAMED("purpose-not-named"),
    RECIPIENT_KIND_NOT_NAMED("recipient-kind-not-named"),
    /** The agreement leaves the category out altogether. */
    CATEGORY_NOT_NAMED("category-not-named"),
    /** The agreement has the category, and leaves it out for this purpose. */
    CATEGORY_ABOVE_CEILING("category-above-ceiling"),
    ONWARD_FORBIDDEN("onward-forbidden");

    private final String code;

    Obstacle(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static Obstacle of(String code) {
        return Coded.of(Obstacle.class, code);
    }
}
