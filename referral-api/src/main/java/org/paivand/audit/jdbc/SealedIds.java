package org.paivand.audit.jdbc;

/** What sealed columns are bound to, so that no row's ciphertext passes for another's, nor an input for an opening. */
final class SealedIds {
    private SealedIds() {}

    static String opening(String eventId) {
        return "opening/" + eventId;
    }

    static String input(String eventId) {
        return "decision-input/" + eventId;
    }
}
