package org.paivand.holding;

import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.KeysUnavailableException;
import org.paivand.consent.Consents;
import org.paivand.consent.Continuity;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.consent.Role;
import org.paivand.disclosure.consent.StandingGrant;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.agency.Sector;
import org.paivand.registry.directory.Directories;
import org.paivand.registry.directory.Directory;
import org.paivand.registry.directory.FocalPoints;

/**
 * Says for a case whom its missed deadlines are for: the Commission, unless the person refused a state body; then a focal point that
 * the person didn't refuse and that isn't the one who is late.
 */
public final class Escalations {
    private static final System.Logger LOG = System.getLogger(Escalations.class.getName());

    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, Consents> consents;
    private final Continuity continuity;
    private final Directories directories;
    private final AgencyId operator;

    /** @param operator an agency of the country whose state bodies these are */
    public Escalations(
            Function<Transaction, Cases> cases,
            Function<Transaction, Consents> consents,
            Continuity continuity,
            Directories directories,
            AgencyId operator) {
        this.cases = cases;
        this.consents = consents;
        this.continuity = continuity;
        this.directories = directories;
        this.operator = operator;
    }

    /**
     * For each agency that is late, who it is told to. Where a refusal may be lost, or what was said can't be read, that is nobody.
     *
     * @param caseId perhaps of a case that was erased
     */
    Function<AgencyId, Escalation> of(Transaction transaction, CaseId caseId, Instant now) {
        try {
            if (continuity.holds(transaction, caseId)) {
                return of(directories.current(), refusals(transaction, caseId, now), now);
            }
        } catch (KeysUnavailableException | IllegalStateException unreadable) {
            LOG.log(
                    Level.WARNING,
                    "whom something overdue is for can''t be told: {0}",
                    unreadable.getClass().getSimpleName());
        }
        return late -> Escalation.NOBODY;
    }

    private Function<AgencyId, Escalation> of(Directory directory, List<Grant> refusals, Instant now) {
        if (refusals.stream().noneMatch(refusal -> namesStateBody(directory, refusal))) {
            return late -> Escalation.COMMISSION;
        }
        List<AgencyId> focalPoints = FocalPoints.of(directory, now).stream()
                .filter(party -> refusals.stream().noneMatch(refusal -> refusal.hidesFrom(party)))
                .map(Party::agency)
                .toList();
        return late -> focalPoints.stream()
                .filter(agency -> !agency.equals(late))
                .findFirst()
                .map(Escalation::focalPoint)
                .orElse(Escalation.NOBODY);
    }

    /** The refusals that are heard (as in decisions, a guardian's only if child protection found no conflict). */
    private List<Grant> refusals(Transaction transaction, CaseId caseId, Instant now) {
        Optional<CaseFile> file = cases.apply(transaction).find(caseId);
        boolean guardianSpeaks = file.isEmpty()
                || file.flatMap(CaseFile::guardianFinding)
                        .filter(found -> found.finding() == ConflictFinding.NONE)
                        .isPresent();
        return consents.apply(transaction).history(caseId).stateAt(now).liveRefusals().stream()
                .filter(refusal -> guardianSpeaks || refusal.consent().givenBy().role() != Role.GUARDIAN)
                .map(StandingGrant::grant)
                .toList();
    }

    private boolean namesStateBody(Directory directory, Grant refusal) {
        Optional<Jurisdiction> home = directory.agency(operator).map(Agency::jurisdiction);
        return directory.agencies().stream()
                .filter(agency -> agency.kind() == AgencyKind.COMMISSION
                        || (agency.sector() == Sector.STATE
                                && home.filter(agency.jurisdiction()::equals).isPresent()))
                .anyMatch(agency -> refusal.hidesFrom(agency.party()));
    }
}
