package org.paivand.policy;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.PolicyChanged;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;

/**
 * The policy document that a node is started with. The very first is put in force and logged; any later one only counts if two
 * people have put it in force (docs/decisions/0032).
 */
public final class PolicyBeginning {
    private final Database database;
    private final Function<Transaction, PolicyRecords> records;
    private final Journal journal;
    private final InstantSource clock;

    public PolicyBeginning(
            Database database, Function<Transaction, PolicyRecords> records, Journal journal, InstantSource clock) {
        this.database = database;
        this.records = records;
        this.journal = journal;
        this.clock = clock;
    }

    /** Returns the policy that decides now, which is another than the document if nobody has put that in force. */
    public PolicyDocument begin(PolicyDocument document, AgencyId operator) {
        return database.<PolicyDocument, RuntimeException>commit(transaction -> {
            PolicyRecords bound = records.apply(transaction);
            bound.lock();
            PolicyTimeline timeline = bound.timeline();
            Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
            if (timeline.policies().isEmpty()) {
                proclaim(transaction, bound, document, operator, now);
                return document;
            }
            return timeline.includes(document.sha256(), now)
                    ? document
                    : timeline.at(now).document();
        });
    }

    private void proclaim(
            Transaction transaction, PolicyRecords bound, PolicyDocument document, AgencyId operator, Instant now) {
        bound.add(new RecordedPolicy(1, document, now, now, Optional.empty()));
        Actor node = new Actor(operator, "node", "operator", "node", Optional.empty());
        PolicyChanged event = new PolicyChanged(
                Actors.head(UUID.randomUUID(), now, Optional.empty(), node),
                document.policy().version(),
                document.sha256(),
                Optional.empty(),
                Optional.empty());
        journal.write(transaction, event, node.user(), Optional.empty(), Optional.empty());
    }
}
