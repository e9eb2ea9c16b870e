package org.paivand.release;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.paivand.audit.log.Entry;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.decision.Obligations;
import org.paivand.disclosure.event.Withheld;

/**
 * Bytes that may leave, because the entry that says so is committed. Only {@link Releases} makes one, after its commit has
 * returned; nothing else that holds a person's data can be written to an answer.
 */
public final class LoggedDisclosure {
    private final UUID releaseId;
    private final UUID eventId;
    private final Entry entry;
    private final Instant decidedAt;
    private final byte[] sections;
    private final Map<Category, Set<Mask>> masked;
    private final List<Withheld> withheld;
    private final Obligations obligations;

    LoggedDisclosure(
            UUID releaseId,
            UUID eventId,
            Entry entry,
            Instant decidedAt,
            byte[] sections,
            Map<Category, Set<Mask>> masked,
            List<Withheld> withheld,
            Obligations obligations) {
        this.releaseId = releaseId;
        this.eventId = eventId;
        this.entry = entry;
        this.decidedAt = decidedAt;
        this.sections = sections.clone();
        this.masked = Canonical.map(Category.class, masked);
        this.withheld = List.copyOf(withheld);
        this.obligations = obligations;
    }

    public UUID releaseId() {
        return releaseId;
    }

    public UUID eventId() {
        return eventId;
    }

    public Entry entry() {
        return entry;
    }

    public Instant decidedAt() {
        return decidedAt;
    }

    /** A JSON object with a member for each released category: exactly the bytes whose salted hash the entry holds. */
    public byte[] sections() {
        return sections.clone();
    }

    /** What stayed behind within a released category; no line for a category that went as it is. */
    public Map<Category, Set<Mask>> masked() {
        return masked;
    }

    public List<Withheld> withheld() {
        return withheld;
    }

    /** The strictest of what binds the recipient for any of the released categories. */
    public Obligations obligations() {
        return obligations;
    }

    @Override
    public String toString() {
        return "disclosure logged as " + eventId;
    }
}
