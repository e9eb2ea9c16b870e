package org.paivand.release;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.section.Urgency;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.decision.NamedWorker;
import org.paivand.disclosure.decision.Occasion;
import org.paivand.disclosure.decision.StandaloneBasis.BreakGlass;
import org.paivand.registry.service.ServiceType;

/**
 * What somebody asks a case for, as the referral they ask through knows it.
 *
 * @param reference the referral
 * @param accepted whether the acceptance stands on which it may go
 * @param closed whether nothing goes this way now, whatever would be decided: it is over, or not there yet
 * @param requested what the referral itself adds to the service request
 * @param through who answers for the recipient, and is to read the first stage for it
 * @param emergency the glass that was broken for it: then all that goes out rests on that, or nothing goes out
 */
public record Ask(
        UUID reference,
        Way way,
        Purpose purpose,
        Occasion occasion,
        boolean accepted,
        boolean closed,
        Optional<NamedWorker> worker,
        Set<Category> categories,
        Requested requested,
        Optional<BreakGlass> emergency,
        Optional<AgencyId> through) {
    /**
     * From whom to whom.
     *
     * @param from who discloses; empty for the case's controller
     */
    public record Way(Optional<AgencyId> from, AgencyId to, Action action) {
        public static Way fromController(AgencyId to) {
            return new Way(Optional.empty(), to, Action.SHARE);
        }
    }

    /** What one recipient is asked for, and no other learns. */
    public record Requested(Set<ServiceType> services, Urgency urgency) {
        public Requested {
            services = Set.copyOf(services);
        }
    }

    public static final Requested NOTHING_REQUESTED = new Requested(Set.of(), Urgency.NORMAL);

    public Ask {
        categories = Set.copyOf(categories);
    }

    /** What a recipient would ask for; decided as if it had accepted, so neither referral nor worker is known. */
    static Ask foreseen(AgencyId recipient, Purpose purpose, Set<Category> categories) {
        return new Ask(
                UUID.randomUUID(),
                Way.fromController(recipient),
                purpose,
                Occasion.PULL,
                true,
                false,
                Optional.empty(),
                categories,
                NOTHING_REQUESTED);
    }

    /** What is asked for through a referral. */
    public Ask(
            UUID reference,
            Way way,
            Purpose purpose,
            Occasion occasion,
            boolean accepted,
            boolean closed,
            Optional<NamedWorker> worker,
            Set<Category> categories,
            Requested requested) {
        this(
                reference,
                way,
                purpose,
                occasion,
                accepted,
                closed,
                worker,
                categories,
                requested,
                Optional.empty(),
                Optional.empty());
    }

    /**
     * What is asked for because the glass was broken: the policy's minimum set, without anybody's acceptance.
     *
     * @param worker of the recipient
     */
    public static Ask emergency(BreakGlass glass, Purpose purpose, WorkerId worker, Set<Category> categories) {
        return new Ask(
                glass.id(),
                Way.fromController(glass.recipient()),
                purpose,
                Occasion.PULL,
                false,
                false,
                Optional.of(new NamedWorker(worker, false)),
                categories,
                new Requested(Set.of(needed(purpose)), Urgency.IMMEDIATE),
                Optional.of(glass),
                Optional.empty());
    }

    /** The same of who answers for the recipient, as if that one were asked: the first stage, and never more. */
    Optional<Ask> ofHost() {
        return through.map(host -> new Ask(
                reference,
                new Way(way.from(), host, way.action()),
                purpose,
                occasion,
                false,
                closed,
                worker,
                Set.of(Category.SERVICE_REQUEST),
                requested,
                emergency,
                Optional.empty()));
    }

    public AgencyId recipient() {
        return way.to();
    }

    AgencyId discloser(CaseFile file) {
        return way.from().orElse(file.controller());
    }

    private static ServiceType needed(Purpose purpose) {
        return purpose == Purpose.MEDICAL_CARE ? ServiceType.MEDICAL : ServiceType.PROTECTION;
    }

    /** Whether that is a basis on which something may go out here. */
    boolean admits(Basis basis) {
        return emergency
                .map(glass -> basis.equals(new Basis.Standalone(BasisType.BREAK_GLASS, glass.id())))
                .orElse(true);
    }
}
