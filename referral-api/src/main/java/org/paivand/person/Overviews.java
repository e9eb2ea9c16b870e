package org.paivand.person;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseContents.DecisionFacts;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.complaint.ComplaintBook;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.disclosure.consent.Recipient;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.consent.StandingGrant;
import org.paivand.outofband.OutOfBandBook;
import org.paivand.outofband.OutOfBandBook.Recorded;
import org.paivand.person.Overview.Choice;
import org.paivand.person.PersonCodes.Withdrawal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.WishedEnds;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.status.StatusDecisions;

/** What a holder may see of a case. A guardian sees what a guardian agreed to, and who received something on that. */
public final class Overviews {
    private static final Set<AgencyKind> NEVER_RECEIVE =
            Set.of(AgencyKind.COMMISSION, AgencyKind.OMBUDSMAN, AgencyKind.DATA_PROTECTION);

    private static final int MOST_TOLD = 100;

    private final Function<Transaction, Cases> cases;
    private final CaseContents contents;
    private final Directories directories;
    private final Deliveries deliveries;
    private final OutOfBandBook outOfBand;
    private final WorkerChoices workers;
    private final ComplaintSubjects subjects;
    private final ComplaintBook complaints;
    private final WishedEnds ends;
    private final Function<Transaction, StatusDecisions> statusDecisions;

    public Overviews(
            Function<Transaction, Cases> cases,
            CaseContents contents,
            Directories directories,
            Deliveries deliveries,
            OutOfBandBook outOfBand,
            WorkerChoices workers,
            PersonSeals seals,
            ComplaintBook complaints,
            WishedEnds ends,
            Function<Transaction, StatusDecisions> statusDecisions) {
        this.cases = cases;
        this.contents = contents;
        this.directories = directories;
        this.deliveries = deliveries;
        this.outOfBand = outOfBand;
        this.workers = workers;
        this.subjects = new ComplaintSubjects(seals);
        this.complaints = complaints;
        this.ends = ends;
        this.statusDecisions = statusDecisions;
    }

    boolean admits(Transaction transaction, Page page, Holder holder) {
        return holder.may(page.file(), facts(transaction, page.file()), page.now());
    }

    Overview of(Transaction transaction, Page page, Holder holder, PersonCodes codes) throws SQLException {
        CaseFile file = page.file();
        List<StandingGrant> standing = page.history().stateAt(page.now()).grants().stream()
                .filter(grant ->
                        holder == Holder.SUBJECT || grant.consent().givenBy().role() == Role.GUARDIAN)
                .toList();
        Map<UUID, Withdrawal> withdrawn = codes.withdrawals(file.id(), holder).stream()
                .collect(Collectors.toMap(Withdrawal::grantId, Function.identity()));
        List<Agreed> agreed = standing.stream()
                .map(grant -> agreed(grant, isUndoable(grant, withdrawn, page.history())))
                .toList();
        Set<AgencyId> permitted = agreed.stream()
                .filter(part -> !part.refusal())
                .flatMap(part -> part.recipients().stream())
                .collect(Collectors.toSet());
        List<Delivery> delivered = deliveries.of(transaction, file.id()).stream()
                .filter(part -> holder == Holder.SUBJECT || permitted.contains(part.recipient()))
                .toList();
        List<ToldOutside> told = told(transaction, file, holder, permitted);
        return new Overview(
                page.now(),
                holder,
                file.controller(),
                agreed,
                delivered,
                told,
                choices(transaction, page, holder, known(permitted, delivered, told)),
                holder == Holder.SUBJECT ? subjects.of(file, permitted, delivered) : List.of(),
                holder == Holder.SUBJECT ? complaints.of(transaction, page) : List.of(),
                holder == Holder.SUBJECT ? ends.of(transaction, file.id(), page.now()) : List.of(),
                holder == Holder.SUBJECT ? statusDecisions.apply(transaction).made(file.id()) : List.of());
    }

    /** Without what was corrected. Who isn't in the registry is told to the person alone. */
    private List<ToldOutside> told(Transaction transaction, CaseFile file, Holder holder, Set<AgencyId> permitted)
            throws SQLException {
        return outOfBand.of(transaction, file.id(), Optional.empty(), MOST_TOLD).stream()
                .filter(Recorded::stands)
                .map(recorded -> ToldOutside.of(recorded.event()))
                .filter(part -> holder == Holder.SUBJECT
                        || part.recipient().filter(permitted::contains).isPresent())
                .toList();
    }

    private static Set<AgencyId> known(Set<AgencyId> permitted, List<Delivery> delivered, List<ToldOutside> told) {
        Set<AgencyId> known = new HashSet<>(permitted);
        delivered.forEach(part -> known.add(part.recipient()));
        told.forEach(part -> part.recipient().ifPresent(known::add));
        return known;
    }

    private Agreed agreed(StandingGrant standing, boolean undoable) {
        Grant grant = standing.grant();
        return new Agreed(
                standing.consent().id(),
                grant.id(),
                grant.isRefusal(),
                recipients(grant),
                grant.recipient() instanceof Recipient.OneWorker,
                grant.purpose(),
                grant.safetyCritical() ? Set.of() : grant.categories(),
                grant.isRefusal() ? Optional.empty() : Optional.of(grant.notAfter()),
                standing.status(),
                undoable);
    }

    private Set<AgencyId> recipients(Grant grant) {
        if (grant.recipient() instanceof Recipient.OneWorker one) {
            return Set.of(one.agency());
        }
        return directories.current().agencies().stream()
                .map(Agency::party)
                .filter(party -> grant.isRefusal()
                        ? grant.recipient().refuses(party)
                        : grant.recipient().permits(party))
                .map(party -> party.agency())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Only what the code withdrew, and nobody withdrew again. */
    private static boolean isUndoable(StandingGrant standing, Map<UUID, Withdrawal> withdrawn, ConsentHistory history) {
        return Optional.ofNullable(withdrawn.get(standing.grant().id()))
                .filter(own -> standing.status() == GrantStatus.WITHDRAWN)
                .filter(own -> isLast(own, history))
                .isPresent();
    }

    private static boolean isLast(Withdrawal own, ConsentHistory history) {
        return history.events().stream()
                .filter(event -> event.consentId().equals(own.consentId()))
                .flatMap(event -> event instanceof ConsentEvent.Withdrawn one ? Stream.of(one) : Stream.empty())
                .filter(event ->
                        event.grantIds().map(ids -> ids.contains(own.grantId())).orElse(true))
                .allMatch(event -> !event.at().isAfter(own.at()));
    }

    private List<Choice> choices(Transaction transaction, Page page, Holder holder, Set<AgencyId> known)
            throws SQLException {
        if (holder != Holder.SUBJECT || page.history().events().isEmpty()) {
            return List.of();
        }
        boolean child = facts(transaction, page.file()).age().safeguarded(page.now());
        List<Grant> bars = page.history().stateAt(page.now()).liveRefusals().stream()
                .map(StandingGrant::grant)
                .toList();
        Stream<Choice> agencies = directories.current().agencies().stream()
                .filter(agency -> known.contains(agency.id()) || (agency.isActive() && !agency.confidentialLocation()))
                .filter(agency -> !agency.id().equals(page.file().controller()))
                .filter(agency -> known.contains(agency.id()) || !NEVER_RECEIVE.contains(agency.kind()))
                .filter(agency -> !child || agency.kind() != AgencyKind.CHILD_PROTECTION)
                .filter(agency -> bars.stream().noneMatch(bar -> bar.bars(agency.party())))
                .map(agency -> new Choice(
                        workers.handle(page.file().id(), agency.id(), Optional.empty()),
                        agency.id(),
                        Optional.empty(),
                        known.contains(agency.id())));
        return Stream.concat(agencies, workers.of(transaction, page).stream()).toList();
    }

    private DecisionFacts facts(Transaction transaction, CaseFile file) {
        try {
            return contents.decisionFacts(cases.apply(transaction), file);
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }
}
