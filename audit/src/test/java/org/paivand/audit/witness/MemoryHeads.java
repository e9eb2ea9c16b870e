package org.paivand.audit.witness;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Heads that end with the process. */
final class MemoryHeads implements WitnessedHeads {
    private final Map<String, WitnessedHead> heads = new HashMap<>();

    @Override
    public synchronized Optional<WitnessedHead> last(String origin) {
        return Optional.ofNullable(heads.get(origin));
    }

    @Override
    public synchronized boolean record(String origin, Optional<WitnessedHead> expected, WitnessedHead next) {
        if (!last(origin).equals(expected)) {
            return false;
        }
        heads.put(origin, next);
        return true;
    }
}
