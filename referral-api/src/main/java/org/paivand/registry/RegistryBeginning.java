package org.paivand.registry;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.record.RegistryItem;

/**
 * The files that a node is started with. The first start writes them into the book, and logs it; what they hold later counts
 * for nothing (docs/decisions/0036).
 */
public final class RegistryBeginning {
    /** What the entry names as its subject. */
    static final String SUBJECT = "registry";

    private static final String NODE = "node";

    private final Database database;
    private final RegistryBook book;
    private final Function<Transaction, RegistryRecords> records;
    private final Journal journal;
    private final InstantSource clock;

    public RegistryBeginning(
            Database database,
            RegistryBook book,
            Function<Transaction, RegistryRecords> records,
            Journal journal,
            InstantSource clock) {
        this.database = database;
        this.book = book;
        this.records = records;
        this.journal = journal;
        this.clock = clock;
    }

    /** Returns whether the files are those the book began with, or hold what it holds now. */
    public boolean begin(Directory files, AgencyId operator) {
        return database.<Boolean, RuntimeException>commit(transaction -> {
            Edition edition = book.lock(transaction);
            if (edition.number() == 0) {
                fill(transaction, edition, files, operator);
                return true;
            }
            Sha256 held = Manifest.of(hashes(files));
            return held.equals(began(records.apply(transaction))) || held.equals(Manifest.of(edition.hashes()));
        });
    }

    private void fill(Transaction transaction, Edition empty, Directory files, AgencyId operator) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Actor node = new Actor(operator, NODE, "operator", NODE, Optional.empty());
        UUID exchange = UUID.randomUUID();
        try {
            book.fill(transaction, empty, Documents.items(files), new Authors(exchange, NODE, Optional.empty()), now);
        } catch (InvalidRegistryException impossible) {
            throw new IllegalStateException("a directory isn't one when it is taken apart", impossible);
        }
        RegistryChanged event = new RegistryChanged(
                Actors.head(exchange, now, Optional.empty(), node),
                RegistryChange.BEGUN,
                SUBJECT,
                Manifest.of(hashes(files)));
        journal.write(transaction, event, node.user(), Optional.empty(), Optional.empty());
    }

    private static Map<ItemName, Sha256> hashes(Directory files) {
        Map<ItemName, Sha256> hashes = new HashMap<>();
        for (RegistryItem item : Documents.items(files)) {
            hashes.put(ItemName.of(item), Documents.sha256(item));
        }
        return hashes;
    }

    private static Sha256 began(RegistryRecords bound) {
        Map<ItemName, Sha256> hashes = new HashMap<>();
        List<ChangeNotice> baseline = bound.baseline();
        baseline.forEach(notice -> hashes.put(notice.name(), notice.sha256()));
        return Manifest.of(hashes);
    }
}
