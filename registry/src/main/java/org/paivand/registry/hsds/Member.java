package org.paivand.registry.hsds;

import org.paivand.disclosure.Coded;

/** What HSDS has no column for. Codes are for ever: they stand in files that others keep. */
enum Member implements Coded {
    ACCOMPANYING_CHILDREN("accompanying-children"),
    ACCREDITATION("accreditation"),
    ADDRESS_LINE("address-line"),
    ADDRESS_UNKNOWN("address-unknown"),
    CONFIDENTIAL("confidential"),
    DUTY_CATEGORY("duty-category"),
    DUTY_LAW_EN("duty-law-en"),
    DUTY_LAW_RU("duty-law-ru"),
    DUTY_LAW_TG("duty-law-tg"),
    DUTY_TO("duty-to"),
    DUTY_TRIGGER("duty-trigger"),
    DUTY_WITHIN("duty-within"),
    HOST("host"),
    HOURS("hours"),
    JURISDICTION("jurisdiction"),
    NAME_RU("name-ru"),
    NAME_TG("name-tg"),
    REGION("region"),
    SERVICE_ID("service-id"),
    TIME_ZONE("time-zone");

    private final String code;

    Member(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
