package org.paivand.casefile;

import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseFile.SectionHeader;
import org.paivand.casefile.json.Sections;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.section.Section;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.policy.Policy;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directories;
import org.paivand.statistics.StatisticsRows;

/** What a controller does with its cases. */
public final class CaseDesk {
    private final Database database;
    private final Once once;
    private final Function<Transaction, Cases> cases;
    private final CaseContents contents;
    private final Directories directories;
    private final BiFunction<Transaction, Instant, Policy> policies;
    private final InstantSource clock;

    public CaseDesk(
            Database database,
            Function<Transaction, Cases> cases,
            CaseContents contents,
            Directories directories,
            BiFunction<Transaction, Instant, Policy> policies,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.cases = cases;
        this.contents = contents;
        this.directories = directories;
        this.policies = policies;
        this.clock = clock;
    }

    /** Opens a case, and writes the one row that statistics keep of it. */
    public CaseFile open(Caller caller, IdempotencyKey key) {
        Instant now = now();
        return once.commit(
                key,
                now,
                (transaction, id) -> opened(transaction, caller, new CaseId(id), now),
                (transaction, id) -> controlled(cases.apply(transaction), caller, new CaseId(id)));
    }

    /** Opens a case with its first sections, as a part of something else. Whether they are writable was asked before. */
    public CaseFile open(Transaction transaction, Caller caller, CaseId id, List<Section> first, Instant now)
            throws SQLException {
        CaseFile opened = opened(transaction, caller, id, now);
        for (Section section : first) {
            SectionHeader header = new SectionHeader(section.category(), caller.agency(), 1, now);
            cases.apply(transaction).put(id, header, sealed(id, header, section));
        }
        return opened;
    }

    private CaseFile opened(Transaction transaction, Caller caller, CaseId id, Instant now) throws SQLException {
        try {
            Sealed sealedAlias = contents.begin(id, UUID.randomUUID());
            CaseFile opened = new CaseFile(
                    id, caller.agency(), caller.agency(), now, sealedAlias, Optional.empty(), List.of(), 1);
            cases.apply(transaction).add(opened);
            StatisticsRows.open(transaction, caller.agency(), now);
            return opened;
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    /**
     * The case, for its controller.
     *
     * @throws ProblemException {@code not-found} unless the caller's agency controls it
     */
    public CaseFile read(Caller caller, CaseId id) {
        return database.commit(transaction -> read(transaction, caller, id));
    }

    /** The same, as a part of something else. */
    public CaseFile read(Transaction transaction, Caller caller, CaseId id) {
        return controlled(cases.apply(transaction), caller, id);
    }

    public List<CaseFile> list(Caller caller, Cases.Opened opened, Optional<Cases.Cursor> after, int limit) {
        return database.commit(
                transaction -> cases.apply(transaction).controlledBy(caller.agency(), opened, after, limit));
    }

    /**
     * Whether policy lets the caller's agency write the category at all; asked before the body is looked at.
     *
     * @throws ProblemException {@code section-not-permitted}
     */
    public void requireWritable(Caller caller, Category category) {
        AgencyKind kind =
                directories.current().agency(caller.agency()).orElseThrow().kind();
        Instant now = now();
        Policy policy = database.<Policy, RuntimeException>commit(transaction -> policies.apply(transaction, now));
        if (!policy.mayWrite(kind, category)) {
            throw ProblemException.of(ProblemCode.SECTION_NOT_PERMITTED);
        }
    }

    /**
     * Writes a section, whole.
     *
     * @param expected the version to replace, or 0 to create it
     * @return the new version
     * @throws ProblemException {@code section-not-permitted} if policy keeps the category from agencies of this kind,
     *     {@code stale-version} if another version stands there
     */
    public SectionHeader write(Caller caller, CaseId id, Section section, int expected) {
        requireWritable(caller, section.category());
        return database.commit(transaction -> {
            Cases bound = cases.apply(transaction);
            controlled(bound, caller, id);
            bound.lockToChange(id);
            CaseFile file = controlled(bound, caller, id);
            int version =
                    file.section(section.category()).map(SectionHeader::version).orElse(0);
            if (version != expected) {
                throw ProblemException.of(ProblemCode.STALE_VERSION);
            }
            SectionHeader header = new SectionHeader(section.category(), caller.agency(), version + 1, now());
            bound.put(id, header, sealed(id, header, section));
            return header;
        });
    }

    private byte[] sealed(CaseId id, SectionHeader header, Section section) {
        try {
            return contents.seal(id, header.category(), header.version(), Sections.write(section));
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    private static CaseFile controlled(Cases cases, Caller caller, CaseId id) {
        return cases.find(id)
                .filter(file -> file.controller().equals(caller.agency()))
                .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
