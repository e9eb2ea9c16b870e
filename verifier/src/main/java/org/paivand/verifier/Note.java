package org.paivand.verifier;

import java.util.OptionalLong;

/**
 * Something an auditor should know that isn't wrong by itself.
 *
 * @param index of the entry concerned; absent where the whole evidence is
 */
public record Note(OptionalLong index, String text) {
    @Override
    public String toString() {
        return (index.isPresent() ? "entry " + index.getAsLong() + ": " : "") + text;
    }
}
