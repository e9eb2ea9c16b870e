package org.paivand.verifier;

import java.util.OptionalLong;

/**
 * One thing that is wrong.
 *
 * @param index of the entry concerned; absent where the whole bundle is
 */
public record Finding(OptionalLong index, Fault fault, String reason) {
    @Override
    public String toString() {
        String where = index.isPresent() ? "entry " + index.getAsLong() + ": " : "";
        return where + fault.code() + ": " + reason;
    }
}
