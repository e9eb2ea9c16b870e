package org.paivand.disclosure;

/** What a place must offer. None of them is a diagnosis. */
public enum AccessNeed implements Coded {
    STEP_FREE_ACCESS("step-free-access"),
    GROUND_FLOOR("ground-floor"),
    HEARING_SUPPORT("hearing-support"),
    SIGN_LANGUAGE("sign-language"),
    SIGHT_SUPPORT("sight-support"),
    EASY_LANGUAGE("easy-language"),
    HELP_WITH_DAILY_LIVING("help-with-daily-living"),
    QUIET_ROOM("quiet-room"),
    OWN_ROOM("own-room"),
    COT_FOR_INFANT("cot-for-infant"),
    FRIDGE_FOR_OWN_SUPPLIES("fridge-for-own-supplies"),
    SPECIAL_DIET("special-diet"),
    SUPPORT_ANIMAL("support-animal");

    private final String code;

    AccessNeed(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static AccessNeed of(String code) {
        return Coded.of(AccessNeed.class, code);
    }
}
