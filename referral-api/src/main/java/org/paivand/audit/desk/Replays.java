package org.paivand.audit.desk;

import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.paivand.audit.log.LogUnavailableException;
import org.paivand.audit.log.Opening;
import org.paivand.audit.merkle.Hash;
import org.paivand.caller.Caller;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.event.AuditorAction;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.json.EventJson;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.entry.EntrySearch;
import org.paivand.entry.LogNotWritableException;
import org.paivand.entry.LogState;

/** Makes past decisions again, from what was kept when they were made. Whoever asks leaves an entry. */
public final class Replays {
    private final Database database;
    private final EntrySearch search;
    private final Accesses accesses;
    private final LogState log;

    public Replays(Database database, EntrySearch search, Accesses accesses, LogState log) {
        this.database = database;
        this.search = search;
        this.accesses = accesses;
        this.log = log;
    }

    /**
     * A decision, made again.
     *
     * @param equal whether the entry says exactly this: each category once, for this reason or on this basis, from the input and
     *     the policy that it names
     */
    public record Replayed(UUID eventId, Instant decidedAt, Decision decision, boolean equal) {}

    /** Empty if there is no such entry, it holds no decision, or its opening is shredded with its year. */
    public Optional<Replayed> replay(Caller caller, UUID exchange, UUID eventId)
            throws LogNotWritableException, LogUnavailableException {
        log.requireWritable();
        return database.<Optional<Replayed>, LogUnavailableException>commit(transaction -> {
            Optional<Replayed> replayed = replayed(transaction, eventId);
            accesses.write(
                    transaction,
                    caller,
                    exchange,
                    AuditorAction.READ,
                    "replay " + eventId,
                    replayed.isPresent() ? 1 : 0);
            return replayed;
        });
    }

    private Optional<Replayed> replayed(Transaction transaction, UUID eventId) throws LogUnavailableException {
        Optional<Opening> opening = search.find(transaction, eventId)
                .flatMap(found -> found.content().<Optional<Opening>>fold(Optional::of, shredded -> Optional.empty()));
        Optional<byte[]> input = opening.flatMap(opened -> search.input(transaction, eventId));
        if (opening.isEmpty() || input.isEmpty()) {
            return Optional.empty();
        }
        try {
            DisclosureEvent event = EventJson.parse(opening.get().event());
            return Optional.of(replayed(transaction, event, DecisionInput.parse(input.get())));
        } catch (InvalidDocumentException | IllegalArgumentException damaged) {
            throw new LogUnavailableException("a decision's records are damaged", damaged);
        }
    }

    private Replayed replayed(Transaction transaction, DisclosureEvent event, DecisionInput input)
            throws InvalidDocumentException {
        byte[] policy = search.policy(
                        transaction,
                        Hash.of(HexFormat.of().parseHex(input.policySha256().hex())))
                .orElseThrow(() -> new IllegalStateException("policies are never deleted"));
        Decision decision = input.replay(PolicyDocument.parse(policy));
        boolean equal = event.decided()
                .filter(known -> names(known, input.sha256(), input.policySha256()))
                .filter(known -> known.policyVersion().equals(decision.policyVersion()))
                .isPresent();
        return new Replayed(event.head().eventId(), input.decidedAt(), decision, equal && event.tells(decision));
    }

    private static boolean names(DecisionReference known, Sha256 input, Sha256 policy) {
        return known.inputSha256().equals(input) && known.policySha256().equals(policy);
    }
}
