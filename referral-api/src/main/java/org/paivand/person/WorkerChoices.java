package org.paivand.person;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.StandingGrant;
import org.paivand.person.Overview.Choice;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;

/** Workers whom a person can bar, each under a name that tells nothing and holds for this case alone. */
public final class WorkerChoices {
    private static final int HANDLE_BYTES = 8;

    private final Function<Transaction, KnownWorkers> workers;
    private final Directories directories;
    private final PersonSeals seals;

    public WorkerChoices(Function<Transaction, KnownWorkers> workers, Directories directories, PersonSeals seals) {
        this.workers = workers;
        this.directories = directories;
        this.seals = seals;
    }

    /** Those who aren't barred yet, themselves or with their agency. */
    List<Choice> of(Transaction transaction, Page page) throws SQLException {
        List<Grant> bars = page.history().stateAt(page.now()).liveRefusals().stream()
                .map(StandingGrant::grant)
                .toList();
        Set<Recipient> barred = bars.stream().map(Grant::recipient).collect(Collectors.toSet());
        return workers.apply(transaction).of(page.file().id()).stream()
                .filter(known -> !barred.contains(new Recipient.OneWorker(known.agency(), known.worker())))
                .filter(known -> party(known.agency())
                        .filter(party -> bars.stream().noneMatch(bar -> bar.bars(party)))
                        .isPresent())
                .map(known -> new Choice(
                        handle(page.file().id(), known.agency(), Optional.of(known.worker())),
                        known.agency(),
                        Optional.of(known),
                        true))
                .toList();
    }

    String handle(CaseId caseId, AgencyId agency, Optional<WorkerId> worker) {
        String text = caseId + " " + agency.value()
                + worker.map(one -> " " + one.value()).orElse("");
        byte[] seal = seals.seal(PersonSeals.Of.CHOICE, text.getBytes(StandardCharsets.US_ASCII));
        return HexFormat.of().formatHex(Arrays.copyOf(seal, HANDLE_BYTES));
    }

    private Optional<Party> party(AgencyId agency) {
        return directories.current().agency(agency).map(Agency::party);
    }
}
