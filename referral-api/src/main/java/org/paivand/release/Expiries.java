package org.paivand.release;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.NoCaseKeyException;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.consent.ConsentState;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.disclosure.decision.Ending;
import org.paivand.registry.agreement.Agreements;
import org.paivand.registry.directory.Directories;

/** What ends soon, or rests, in the cases that an agency controls, so that somebody asks the person. Tells dates, and no content. */
public final class Expiries {
    /** Cases looked at in one go; with more, the page ends early and says where to go on. */
    static final int MOST_LOOKED_AT = 200;

    private final Database database;
    private final Function<Transaction, CaseRecords> records;
    private final CaseContents contents;
    private final Directories directories;
    private final InstantSource clock;

    public Expiries(
            Database database,
            Function<Transaction, CaseRecords> records,
            CaseContents contents,
            Directories directories,
            InstantSource clock) {
        this.database = database;
        this.records = records;
        this.contents = contents;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * A case of which something ends, the soonest first, or rests already.
     *
     * @param disputed consents that somebody contests; they wait for the person
     */
    public record CaseEndings(CaseId caseId, List<Ending> endings, List<UUID> disputed) {
        public CaseEndings {
            endings = List.copyOf(endings);
            disputed = List.copyOf(disputed);
        }
    }

    /**
     * The newest cases first.
     *
     * @param until exclusive
     * @param next present if there are cases that weren't looked at, also where none of these had anything to tell
     */
    public record Page(Instant until, List<CaseEndings> cases, Optional<Cursor> next) {
        public Page {
            cases = List.copyOf(cases);
        }
    }

    public Page list(Caller caller, Duration within, Optional<Cursor> after, int limit) throws CaseKeyException {
        return database.<Page, CaseKeyException>commit(transaction -> {
            CaseRecords bound = records.apply(transaction);
            Look look = new Look(bound, new Agreements(bound.agreements().all()), party(caller.agency()), within);
            List<CaseFile> files = bound.cases().controlledBy(caller.agency(), after, MOST_LOOKED_AT + 1);
            List<CaseEndings> found = new ArrayList<>();
            int looked = 0;
            while (looked < Math.min(files.size(), MOST_LOOKED_AT) && found.size() < limit) {
                look.at(files.get(looked)).ifPresent(found::add);
                looked++;
            }
            Optional<Cursor> next =
                    looked < files.size() ? Optional.of(cursor(files.get(looked - 1))) : Optional.empty();
            return new Page(look.until, found, next);
        });
    }

    /** When permits of the case end within that time, for the clock, which asks for no caller; none where nothing can be released. */
    public List<Instant> ends(Transaction transaction, CaseId caseId, Duration within) throws CaseKeyException {
        CaseRecords bound = records.apply(transaction);
        Optional<CaseFile> file = bound.cases().find(caseId);
        if (file.isEmpty()) {
            return List.of();
        }
        Party controller = party(file.get().controller());
        return new Look(bound, new Agreements(bound.agreements().all()), controller, within)
                .at(file.get()).stream()
                        .flatMap(found -> found.endings().stream())
                        .map(Ending::at)
                        .distinct()
                        .toList();
    }

    private static Cursor cursor(CaseFile file) {
        return new Cursor(file.openedAt(), file.id().toString());
    }

    private Party party(AgencyId agency) {
        return directories
                .current()
                .agency(agency)
                .orElseThrow(() -> new IllegalStateException("an agency left the registry"))
                .party();
    }

    /** One look through cases, at one instant. */
    private final class Look {
        private final CaseRecords records;
        private final Agreements agreements;
        private final Party controller;
        private final Instant now = clock.instant();
        private final Instant until;

        Look(CaseRecords records, Agreements agreements, Party controller, Duration within) {
            this.records = records;
            this.agreements = agreements;
            this.controller = controller;
            this.until = now.plus(within);
        }

        /** Of a case whose key is gone nothing can be released, so nothing of it ends; the others are told all the same. */
        Optional<CaseEndings> at(CaseFile file) throws CaseKeyException {
            try {
                return endings(file);
            } catch (NoCaseKeyException gone) {
                return Optional.empty();
            }
        }

        private Optional<CaseEndings> endings(CaseFile file) throws CaseKeyException {
            ConsentState consents =
                    records.consents().history(file.id(), contents.alias(file)).stateAt(now);
            if (consents.grants().isEmpty()) {
                return Optional.empty();
            }
            List<Ending> soon = Ending.of(
                            records.policies().apply(now).policy(),
                            contents.decisionFacts(records.cases(), file).age(),
                            consents,
                            this::agreementEnd,
                            now)
                    .stream()
                    .filter(ending -> ending.at().isBefore(until))
                    .toList();
            List<UUID> disputed = consents.grants().stream()
                    .filter(standing -> standing.status() == GrantStatus.DISPUTED)
                    .map(standing -> standing.consent().id())
                    .distinct()
                    .toList();
            return soon.isEmpty() && disputed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new CaseEndings(file.id(), soon, disputed));
        }

        private Optional<Instant> agreementEnd(Grant grant) {
            Set<AgencyId> named =
                    grant.recipient().fold(exact -> Set.of(exact.agency()), kind -> kind.listed(), worker -> Set.of());
            return named.stream()
                    .map(Expiries.this::party)
                    .filter(party -> !party.jurisdiction().equals(controller.jurisdiction()))
                    .flatMap(party -> agreements.corridor(controller, party, grant.purpose(), now).binding().stream())
                    .map(agreement -> agreement.validUntil())
                    .min(Instant::compareTo);
        }
    }
}
