package org.paivand.casefile.section;

/** Only said, or shown by a document or an authority. */
public enum Verification implements Listed {
    CLAIMED,
    VERIFIED
}
