package org.paivand.casefile.section;

/** What a place must take care of. None of them tells what happened to somebody. */
public enum SafetyFlag implements Listed {
    CONFIDENTIAL_ADDRESS_REQUIRED,
    ESCORT_REQUIRED,
    ROUND_THE_CLOCK_STAFF_REQUIRED,
    UNANNOUNCED_ARRIVAL,
    NO_PUBLIC_TRANSPORT,
    PHONE_MAY_BE_MONITORED,
    SEPARATE_FROM_GROUP,
    STAFF_OF_CHOSEN_SEX,
    INTERPRETER_FROM_ELSEWHERE,
    NO_PHOTOGRAPHS
}
