package org.paivand.casefile.section;

/** The way a person can be reached. */
public enum ContactChannel implements Listed {
    TELEPHONE,
    SMS,
    WHATSAPP,
    TELEGRAM,
    SIGNAL,
    VIBER,
    IMO,
    MESSENGER,
    EMAIL,
    IN_PERSON,
    VIA_PERSON
}
