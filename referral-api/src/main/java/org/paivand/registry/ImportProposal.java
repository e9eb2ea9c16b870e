package org.paivand.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.paivand.disclosure.Sha256;

/** All that an import would change, each item with its exact document: one proposal, since it is confirmed as a whole or not at all. */
public record ImportProposal(List<ItemProposal> items) {
    private static final String FORMAT = "paivand-registry-import/v1";

    /** More than a second person could look through. */
    private static final int MOST_ITEMS = 1_000;

    private static final int MOST_LETTERS = 1024 * 1024;

    public ImportProposal {
        items = List.copyOf(items);
    }

    /**
     * Reads the subject of an approval.
     *
     * @throws IllegalStateException if it was altered where it is kept
     */
    public static ImportProposal of(String subject) {
        List<String> lines = subject.lines().toList();
        if (lines.isEmpty() || !lines.get(0).equals(FORMAT) || lines.size() % 2 == 0) {
            throw new IllegalStateException("a proposed import is not as it was written");
        }
        List<ItemProposal> items = new ArrayList<>();
        for (int i = 1; i < lines.size(); i += 2) {
            items.add(ItemProposal.of(lines.get(i) + "\n" + lines.get(i + 1)));
        }
        return new ImportProposal(items);
    }

    /** Whether one person can read it all and one row can hold it. */
    boolean isReadable() {
        return items.size() <= MOST_ITEMS && subject().length() <= MOST_LETTERS;
    }

    /** A document has no line break. */
    String subject() {
        return items.stream().map(ItemProposal::subject).collect(Collectors.joining("\n", FORMAT + "\n", ""));
    }

    /** Of what each item is to become, as of a whole registry. */
    Sha256 sha256() {
        return Manifest.of(items.stream().collect(Collectors.toMap(ItemProposal::name, ItemProposal::sha256)));
    }
}
