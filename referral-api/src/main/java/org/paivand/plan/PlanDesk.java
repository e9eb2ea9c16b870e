package org.paivand.plan;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.CaseDesk;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.Cases;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.PlanUse;
import org.paivand.casefile.section.PlanItem;
import org.paivand.casefile.section.ServicePlan;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.referral.Referrals;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;
import org.paivand.reminder.Reminders;

/** A controller plans what a person is to have. The plan is its own work: it goes with the case, and to nobody by a release. */
public final class PlanDesk {
    private final Database database;
    private final Stores stores;
    private final CaseDesk desk;
    private final CaseContents contents;
    private final Directories directories;
    private final InstantSource clock;

    /** How what it reads and writes is reached within a transaction. */
    public record Stores(
            Function<Transaction, Cases> cases,
            Function<Transaction, Plans> plans,
            Function<Transaction, Referrals> referrals,
            Function<Transaction, Reminders> reminders) {}

    public PlanDesk(
            Database database,
            Stores stores,
            CaseDesk desk,
            CaseContents contents,
            Directories directories,
            InstantSource clock) {
        this.database = database;
        this.stores = stores;
        this.desk = desk;
        this.contents = contents;
        this.directories = directories;
        this.clock = clock;
    }

    /**
     * A plan as it stands.
     *
     * @param version from 1
     */
    public record Standing(int version, List<Step> steps) {
        public Standing {
            steps = List.copyOf(steps);
        }
    }

    /** A service that is planned, and how far it has come. */
    public record Step(PlanItem item, PlanState state) {}

    /** @throws ProblemException {@code not-found} for all but the controller, and where there is no plan */
    public Standing read(Caller caller, CaseId id) throws CaseKeyException {
        return database.<Standing, CaseKeyException>commit(transaction -> {
            CaseFile file = desk.read(transaction, caller, id);
            Plans.Kept kept = stores.plans().apply(transaction).of(id).orElseThrow(PlanDesk::notFound);
            ServicePlan plan = contents.plan(new PlanUse(file, caller.agency()), kept.sealed());
            Asking asking = asking(transaction, id);
            List<Step> steps = new ArrayList<>();
            for (PlanItem item : plan.items()) {
                steps.add(new Step(item, asking.lastFor(item).map(PlanState::of).orElse(PlanState.PLANNED)));
            }
            return new Standing(kept.version(), steps);
        });
    }

    /**
     * Writes or replaces the plan; its days of follow-up take the place of those that nobody was reminded of yet.
     *
     * @param expected the version to replace, or 0 to create it
     * @return the new version
     * @throws ProblemException {@code not-found} for all but the controller, {@code stale-version} if another version stands there,
     *     {@code invalid-request} for an agency that takes no part, or a referral that isn't a controller's for this case and service
     */
    public int write(Caller caller, CaseId id, int expected, ServicePlan plan) throws CaseKeyException {
        return database.<Integer, CaseKeyException>commit(transaction -> {
            CaseFile unusedFile = desk.read(transaction, caller, id);
            stores.cases().apply(transaction).lockToChange(id);
            // Asked again under the lock: the case may have passed to another controller, or be erased.
            CaseFile unusedLocked = desk.read(transaction, caller, id);
            Plans plans = stores.plans().apply(transaction);
            int version = plans.of(id).map(Plans.Kept::version).orElse(0);
            if (version != expected) {
                throw ProblemException.of(ProblemCode.STALE_VERSION);
            }
            requireKnown(asking(transaction, id), plan);
            plans.put(id, new Plans.Kept(version + 1, contents.seal(id, plan)));
            stores.reminders()
                    .apply(transaction)
                    .followUp(
                            id,
                            plan.items().stream()
                                    .flatMap(item -> item.followUpOn().stream())
                                    .map(day -> day.atStartOfDay(ZoneOffset.UTC).toInstant())
                                    .collect(Collectors.toSet()));
            return version + 1;
        });
    }

    private void requireKnown(Asking asking, ServicePlan plan) {
        for (int i = 0; i < plan.items().size(); i++) {
            PlanItem item = plan.items().get(i);
            String at = "/items/" + i;
            boolean takesPart = item.agency()
                    .map(agency -> directories
                            .current()
                            .agency(agency)
                            .filter(Agency::isActive)
                            .isPresent())
                    .orElse(true);
            if (!takesPart) {
                throw ProblemException.invalid(at + "/agency", "not-in-list");
            }
            boolean serves = item.referralId().isEmpty() || asking.named(item).isPresent();
            if (!serves) {
                throw ProblemException.invalid(at + "/referralId", "contradiction");
            }
        }
    }

    private Asking asking(Transaction transaction, CaseId id) {
        Referrals bound = stores.referrals().apply(transaction);
        Instant now = clock.instant();
        return new Asking(bound, id, referral -> bound.find(referral, now));
    }

    private static ProblemException notFound() {
        return ProblemException.of(ProblemCode.NOT_FOUND);
    }
}
