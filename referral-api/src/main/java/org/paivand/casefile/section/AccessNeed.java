package org.paivand.casefile.section;

/** What a place must offer. None of them is a diagnosis. */
public enum AccessNeed implements Listed {
    STEP_FREE_ACCESS,
    GROUND_FLOOR,
    HEARING_SUPPORT,
    SIGN_LANGUAGE,
    SIGHT_SUPPORT,
    EASY_LANGUAGE,
    HELP_WITH_DAILY_LIVING,
    QUIET_ROOM,
    OWN_ROOM,
    COT_FOR_INFANT,
    FRIDGE_FOR_OWN_SUPPLIES,
    SPECIAL_DIET,
    SUPPORT_ANIMAL
}
