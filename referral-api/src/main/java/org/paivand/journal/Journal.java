package org.paivand.journal;

import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.audit.log.Entry;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Hash;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.CaseTokens;
import org.paivand.database.Transaction;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Reviewed;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.json.EventJson;
import org.paivand.entry.Entries;
import org.paivand.entry.Outcome;
import org.paivand.entry.SearchColumns;

/** Turns an event into its exact bytes, its opening and its search columns, and appends the entry. */
public final class Journal {
    private final Entries entries;
    private final CaseTokens tokens;
    private final SecureRandom random;

    public Journal(Entries entries, CaseTokens tokens, SecureRandom random) {
        this.entries = entries;
        this.tokens = tokens;
        this.random = random;
    }

    /**
     * Appends the entry in the caller's transaction; it exists if that commits.
     *
     * @param user the pseudonym of who caused it, by which auditors search
     * @param caseId the case concerned; kept as a keyed token only
     */
    public Entry write(
            Transaction transaction,
            DisclosureEvent event,
            String user,
            Optional<DecisionInput> input,
            Optional<CaseId> caseId) {
        Opening opening = Opening.seal(EntryType.of(event.type().code()), EventJson.write(event), random);
        Optional<byte[]> inputBytes = input.map(DecisionInput::bytes);
        Entry entry = entries.append(
                transaction, opening, columns(event, user, inputBytes.map(Hash::sha256), caseId), inputBytes);
        noteReviews(transaction, event);
        return entry;
    }

    private void noteReviews(Transaction transaction, DisclosureEvent event) {
        UUID eventId = event.head().eventId();
        if (event instanceof Disclosure disclosure) {
            disclosure.breakGlass().ifPresent(note -> entries.requireReview(transaction, eventId, note.reviewDue()));
        }
        if (event instanceof Reviewed review) {
            entries.reviewed(transaction, review.disclosure(), eventId);
        }
    }

    private SearchColumns columns(
            DisclosureEvent event, String user, Optional<Hash> inputSha256, Optional<CaseId> caseId) {
        return new SearchColumns(
                event.head().eventId(),
                event.head().occurredAt(),
                event.head().discloser().agency().value(),
                user,
                event.recipient().map(counterpart -> counterpart.agency().value()),
                event.purpose().map(purpose -> purpose.code()),
                event.released().stream()
                        .map(part -> part.basis().type().code())
                        .collect(Collectors.toSet()),
                outcomes(event),
                categories(event),
                caseId.map(id -> hash(tokens.of(id).value())),
                inputSha256);
    }

    private static Hash hash(String hex) {
        return Hash.of(HexFormat.of().parseHex(hex));
    }

    /** A disclosure that kept something back is found as released and as withheld. */
    private static Set<Outcome> outcomes(DisclosureEvent event) {
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        if (event instanceof Denial) {
            outcomes.add(Outcome.DENIED);
        }
        if (event instanceof Disclosure disclosure) {
            outcomes.add(Outcome.RELEASED);
            disclosure.breakGlass().ifPresent(note -> outcomes.add(Outcome.BREAK_GLASS));
        }
        if (event instanceof DisclosedOutOfBand told) {
            outcomes.add(Outcome.RELEASED);
            if (!told.founded()) {
                outcomes.add(Outcome.WITHOUT_BASIS);
            }
        }
        if (!event.withheld().isEmpty()) {
            outcomes.add(Outcome.WITHHELD);
        }
        return outcomes;
    }

    private static Map<String, Boolean> categories(DisclosureEvent event) {
        Map<String, Boolean> categories = new LinkedHashMap<>();
        if (event instanceof DisclosedOutOfBand told) {
            told.told().forEach(category -> categories.put(category.code(), true));
        }
        event.released().forEach(part -> categories.put(part.category().code(), true));
        event.withheld().forEach(part -> categories.put(part.category().code(), false));
        return categories;
    }
}
