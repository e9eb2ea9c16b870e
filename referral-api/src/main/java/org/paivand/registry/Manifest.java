package org.paivand.registry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.paivand.disclosure.Sha256;

/**
 * What a registry held, as one hash: of a line for each item, in the order of kind and id, with kind, id and the hash of the
 * item's document in hexadecimal, parted by one space and ended by a line feed (disclosure/FORMATS.md).
 */
final class Manifest {
    private Manifest() {}

    /** Of what these changes made of their items, each another. */
    static Sha256 of(List<RecordedChange> changes) {
        return of(changes.stream().collect(Collectors.toMap(RecordedChange::name, RecordedChange::sha256)));
    }

    static Sha256 of(Map<ItemName, Sha256> items) {
        StringBuilder lines = new StringBuilder();
        new TreeMap<>(items)
                .forEach((name, sha256) -> lines.append(name.kind().code())
                        .append(' ')
                        .append(name.id())
                        .append(' ')
                        .append(sha256.hex())
                        .append('\n'));
        return Sha256.digest(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
