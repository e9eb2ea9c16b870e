package org.paivand.casefile.section;

/** The paper a person travels with. */
public enum DocumentType implements Listed {
    PASSPORT,
    IDENTITY_CARD,
    RETURN_CERTIFICATE,
    TRAVEL_DOCUMENT,
    BIRTH_CERTIFICATE,
    NONE
}
