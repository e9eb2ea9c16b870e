package org.paivand.wiring;

import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.paivand.approval.ApprovalDesk;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.entry.LogState;
import org.paivand.journal.Journal;
import org.paivand.onboarding.AgencyAccesses;
import org.paivand.onboarding.AgencyRegister;
import org.paivand.onboarding.ApplicationDesk;
import org.paivand.onboarding.Applications;
import org.paivand.onboarding.CredentialDesk;
import org.paivand.onboarding.OffBoardingDesk;
import org.paivand.onboarding.OnboardingEvents;
import org.paivand.onboarding.Provisioning;
import org.paivand.onboarding.ProvisioningRunner;
import org.paivand.onboarding.RealmLink;
import org.paivand.onboarding.jdbc.JdbcAgencyAccesses;
import org.paivand.onboarding.jdbc.JdbcApplications;
import org.paivand.onboarding.rest.OpenDoor;
import org.paivand.realm.ApartRealm;
import org.paivand.realm.Realm;
import org.paivand.rest.Proxies;

/** What takes agencies in and lets them go. */
final class Onboarding implements AutoCloseable {
    final ApplicationDesk applications;
    final CredentialDesk credentials;
    final OffBoardingDesk offBoarding;
    final OpenDoor door;

    private final ProvisioningRunner runner;

    /** Keycloak, if the operator has given the node a client in it. Nothing is called yet. */
    static Optional<Realm> realm(Settings settings) {
        return settings.onboarding()
                .realm()
                .<Realm>map(access -> ApartRealm.of(access, Onboarding.class.getClassLoader()));
    }

    /** Not started yet. */
    Onboarding(
            Settings settings,
            Database database,
            LogEnd logEnd,
            RealmLink realm,
            AgencyRegister register,
            ApprovalDesk approvals,
            Journal journal,
            Clock clock) {
        LogState log = logEnd.state;
        Function<Transaction, Applications> kept = JdbcApplications::new;
        Function<Transaction, AgencyAccesses> accesses = JdbcAgencyAccesses::new;
        OnboardingEvents events = new OnboardingEvents(journal, settings.operator());
        this.applications = new ApplicationDesk(
                database, new ApplicationDesk.Stores(kept, accesses), register, approvals, events, realm, log, clock);
        this.credentials = new CredentialDesk(database, accesses, approvals, events, realm, log, clock);
        this.offBoarding = new OffBoardingDesk(database, accesses, register, realm, log, clock);
        this.door = new OpenDoor(
                settings.onboarding().open(), new Proxies(settings.person().proxies()));
        this.runner = new ProvisioningRunner(
                new Provisioning(logEnd.database, accesses, events, logEnd.leases, clock),
                realm,
                settings.onboarding().retryEvery());
    }

    void start() {
        runner.start();
    }

    @Override
    public void close() {
        runner.close();
    }
}
