package org.paivand.release;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.decision.CaseFacts;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.Decisions;
import org.paivand.disclosure.decision.DisclosureRequest;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agreement.Agreements;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.directory.Directory;

/** Gathers what a decision needs from the case and decides. Reads only; the case has to be locked by the caller. */
public final class Deliberations {
    private final Directories directories;
    private final CaseContents contents;

    public Deliberations(Directories directories, CaseContents contents) {
        this.directories = directories;
        this.contents = contents;
    }

    /** The decision as it stands for this request at that instant. */
    Deliberated decide(CaseRecords records, CaseFile file, Ask ask, Instant now) throws CaseKeyException, SQLException {
        return decide(records, file, ask, now, false);
    }

    /** The decision as it would stand if the recipient had accepted and assigned a worker: never the ground of a release. */
    public Deliberated foresee(CaseRecords records, CaseFile file, Ask ask, Instant now)
            throws CaseKeyException, SQLException {
        return decide(records, file, ask, now, true);
    }

    /** What one consent would carry by itself for each of these, after an acceptance: told when it is recorded. */
    List<Decision> foresee(CaseRecords records, CaseFile file, UUID consentId, List<Expectation> expected)
            throws CaseKeyException {
        Known known = known(records, file);
        List<Decision> foreseen = new ArrayList<>();
        for (Expectation one : expected) {
            DisclosureRequest request =
                    request(known, file, one.ask(), one.at()).ifAccepted();
            foreseen.add(Decisions.restingOn(
                    consentId,
                    records.policies().apply(one.at()).policy(),
                    known.history(),
                    agreements(known, request),
                    request,
                    one.at()));
        }
        return foreseen;
    }

    /**
     * Whether the service request could go to the recipient on this consent alone, after an acceptance; no other basis counts.
     */
    public Deliberated restingOn(
            CaseRecords records, CaseFile file, UUID consentId, AgencyId recipient, Purpose purpose, Instant now)
            throws CaseKeyException {
        Known known = known(records, file);
        Ask ask = Ask.foreseen(recipient, purpose, Set.of(Category.SERVICE_REQUEST));
        DisclosureRequest request =
                request(known, file, ask, now).onConsentAlone().ifAccepted();
        List<Agreement> agreements = agreements(known, request);
        PolicyInForce policy = records.policies().apply(now);
        Decision decision = Decisions.restingOn(consentId, policy.policy(), known.history(), agreements, request, now);
        DecisionInput input = new DecisionInput(policy.sha256(), known.history(), agreements, request, now);
        return new Deliberated(file, known.whole(), known.alias(), ask, policy, input, decision);
    }

    /**
     * Whether the recipient may learn that this case belongs to others that it is asked for with: the person said so under the
     * notice that explains it, by a consent that carries the service request to that recipient by itself; or no consent is
     * what the decision rests on, since child protection speaks for the child.
     */
    boolean carriesTogether(CaseRecords records, Deliberated deliberated, Instant now) throws CaseKeyException {
        if (deliberated.decision().permitted().values().stream()
                .allMatch(permit -> permit.basis().fold(consent -> false, standalone -> true))) {
            return true;
        }
        Ask ask = deliberated.ask();
        CaseFile file = deliberated.file();
        for (UUID consentId : TogetherNotice.live(deliberated.input().history(), now)) {
            if (restingOn(records, file, consentId, ask.recipient(), ask.purpose(), now)
                    .decision()
                    .withheld()
                    .isEmpty()) {
                return true;
            }
        }
        return false;
    }

    /** Whether anything may go to that agency at all: to a suspended one nothing does, whatever would be decided. */
    boolean takesPart(AgencyId recipient) {
        return agency(directories.current(), recipient).isActive();
    }

    /** What somebody would ask for at an instant, which may be still to come. */
    record Expectation(Ask ask, Instant at) {}

    private Deliberated decide(CaseRecords records, CaseFile file, Ask ask, Instant now, boolean ifAccepted)
            throws CaseKeyException {
        Known known = known(records, file);
        DisclosureRequest asked = request(known, file, ask, now);
        DisclosureRequest request = ifAccepted ? asked.ifAccepted() : asked;
        List<Agreement> agreements = agreements(known, request);
        PolicyInForce policy = records.policies().apply(now);
        Decision decision = Decisions.decide(policy.policy(), known.history(), agreements, request, now);
        DecisionInput input = new DecisionInput(policy.sha256(), known.history(), agreements, request, now);
        return new Deliberated(file, known.whole(), known.alias(), ask, policy, input, decision);
    }

    /** What is read of a case once, however much is then decided about it. */
    private record Known(
            CaseRecords records,
            boolean whole,
            UUID alias,
            CaseContents.DecisionFacts facts,
            ConsentHistory history,
            List<Agreement> agreements) {}

    private Known known(CaseRecords records, CaseFile file) throws CaseKeyException {
        boolean whole = records.wholeness().holds(file.id());
        UUID alias = contents.alias(file);
        return new Known(
                records,
                whole,
                alias,
                contents.decisionFacts(records.cases(), file),
                records.consents().history(file.id(), alias),
                records.agreements().all());
    }

    /** Whatever their period, so that the decision can say that one is over. */
    private static List<Agreement> agreements(Known known, DisclosureRequest request) {
        return new Agreements(known.agreements()).between(request.discloser(), request.recipient());
    }

    private DisclosureRequest request(Known known, CaseFile file, Ask ask, Instant now) {
        Directory directory = directories.current();
        Agency recipient = agency(directory, ask.recipient());
        return new DisclosureRequest(
                known.alias(),
                agency(directory, ask.discloser(file)).party(),
                recipient.party(),
                recipient.confidentialLocation(),
                ask.worker(),
                Optional.of(ask.purpose()),
                ask.categories(),
                ask.way().action(),
                ask.occasion(),
                ask.accepted(),
                facts(file, known.facts()),
                Stream.concat(ask.emergency().stream(), known.records().bases().of(file, known.facts(), now).stream())
                        .filter(basis -> basis.recipient().equals(ask.recipient()))
                        .toList());
    }

    private static CaseFacts facts(CaseFile file, CaseContents.DecisionFacts facts) {
        return new CaseFacts(
                file.openedBy(),
                facts.age(),
                file.guardianFinding(),
                facts.protectionFear(),
                file.openedAt(),
                Optional.empty(),
                facts.familyMustNotKnow());
    }

    private static Agency agency(Directory directory, AgencyId id) {
        return directory.agency(id).orElseThrow(() -> new IllegalStateException("an agency left the registry"));
    }
}
