package org.paivand.registry.directory;

/**
 * One thing that is wrong with registry data.
 *
 * @param subject kind and id of the item, such as {@code agency tj-commission}; empty where a document names none
 * @param pointer JSON pointer (RFC 6901) into the item, or into the file; of a member that nobody knows, of what it is in
 * @param text for the people who edit files: it may repeat what stands there
 */
public record Fault(String subject, String pointer, Sort sort, String text) {

    /** What can be wrong. */
    public enum Sort {
        NOT_JSON,
        MISSING,
        UNKNOWN_MEMBER,
        WRONG_TYPE,
        TWICE,
        /** A code that isn't on its list, or an id of something that isn't there. */
        UNKNOWN,
        /** Not in the form asked for. */
        REFUSED,
        /** Each part by itself may be right. */
        CONTRADICTION
    }
}
