package org.paivand.registry;

import org.paivand.disclosure.Sha256;
import org.paivand.registry.record.RegistryKind;

/**
 * An item that somebody wants in the registry, with its exact document.
 *
 * @param replaces the version it was compared with; 0 for a new item
 */
public record ItemProposal(ItemName name, int replaces, String document) {
    private static final String FORMAT = "paivand-registry-proposal/v1";

    /**
     * Reads the subject of an approval.
     *
     * @throws IllegalStateException if it was altered where it is kept
     */
    public static ItemProposal of(String subject) {
        int line = subject.indexOf('\n');
        String[] head = subject.substring(0, Math.max(0, line)).split(" ", -1);
        if (head.length != 4 || !head[0].equals(FORMAT)) {
            throw new IllegalStateException("a proposed item is not as it was written");
        }
        try {
            return new ItemProposal(
                    new ItemName(RegistryKind.of(head[1]), head[2]),
                    Integer.parseInt(head[3]),
                    subject.substring(line + 1));
        } catch (IllegalArgumentException altered) {
            throw new IllegalStateException("a proposed item is not as it was written", altered);
        }
    }

    String subject() {
        return FORMAT + " " + name.kind().code() + " " + name.id() + " " + replaces + "\n" + document;
    }

    Sha256 sha256() {
        return Documents.sha256(document);
    }
}
