package org.paivand.release;

import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.decision.CaseFacts;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.Decisions;
import org.paivand.disclosure.decision.DisclosureRequest;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agreement.Agreements;
import org.paivand.registry.directory.Directory;

/** Gathers what a decision needs from the case and decides. Reads only; the case has to be locked by the caller. */
public final class Deliberations {
    private final Directory directory;
    private final PolicyInForce policy;
    private final CaseContents contents;

    public Deliberations(Directory directory, PolicyInForce policy, CaseContents contents) {
        this.directory = directory;
        this.policy = policy;
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

    private Deliberated decide(CaseRecords records, CaseFile file, Ask ask, Instant now, boolean ifAccepted)
            throws CaseKeyException {
        UUID alias = contents.alias(file);
        Agency recipient = agency(ask.recipient());
        CaseContents.DecisionFacts known = contents.decisionFacts(records.cases(), file);
        Party discloser = agency(file.controller()).party();
        ConsentHistory history = records.consents().history(file.id(), alias);
        Optional<Agreement> agreement =
                new Agreements(records.agreements().all()).binding(discloser, recipient.party(), now);
        DisclosureRequest asked = new DisclosureRequest(
                alias,
                discloser,
                recipient.party(),
                recipient.confidentialLocation(),
                ask.worker(),
                Optional.of(ask.purpose()),
                ask.categories(),
                Action.SHARE,
                ask.occasion(),
                ask.accepted(),
                facts(file, known),
                records.bases().of(file, known, now).stream()
                        .filter(basis -> basis.recipient().equals(ask.recipient()))
                        .toList());
        DisclosureRequest request = ifAccepted ? asked.ifAccepted() : asked;
        Decision decision = Decisions.decide(policy.policy(), history, agreement, request, now);
        DecisionInput input = new DecisionInput(policy.sha256(), history, agreement, request, now);
        return new Deliberated(file, alias, ask, input, decision);
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

    private Agency agency(AgencyId id) {
        return directory.agency(id).orElseThrow(() -> new IllegalStateException("an agency left the registry"));
    }
}
