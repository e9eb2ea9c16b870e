package org.paivand;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.junit.LocationProvider;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Set;
import java.util.logging.Logger;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.paivand.caller.rest.May;
import org.paivand.casefile.key.KeyUse;
import org.paivand.casefile.key.StatusUse;
import org.paivand.casefile.section.Indicator;
import org.paivand.casefile.section.IndicatorGroup;
import org.paivand.casefile.section.Screened;
import org.paivand.casefile.section.ScreeningFinding;
import org.paivand.idempotency.Once;
import org.paivand.release.Granted;
import org.paivand.release.LoggedDisclosure;
import org.paivand.rest.ApiApplication;
import org.paivand.rest.ClosedAnswers;
import org.paivand.rest.HsdsApplication;
import org.paivand.rest.LogApplication;
import org.paivand.rest.PageApplication;
import org.paivand.rest.WayOutApplication;
import org.paivand.rest.WitnessApplication;
import org.paivand.statistics.StatisticsRows;

/** The directions in which this module's packages may know each other. */
@AnalyzeClasses(locations = ArchitectureTest.ThisModule.class)
final class ArchitectureTest {

    /** The classes of this module alone, not those of the modules it is built on. */
    static final class ThisModule implements LocationProvider {
        @Override
        public Set<Location> get(Class<?> test) {
            return Set.of(Location.of(
                    LoggedDisclosure.class.getProtectionDomain().getCodeSource().getLocation()));
        }
    }

    private static final String[] FEATURES = {
        "org.paivand.agreement",
        "org.paivand.approval",
        "org.paivand.caller",
        "org.paivand.capacity",
        "org.paivand.casefile",
        "org.paivand.casefile.key",
        "org.paivand.casefile.section",
        "org.paivand.consent",
        "org.paivand.contact",
        "org.paivand.courtorder",
        "org.paivand.emergency",
        "org.paivand.entry",
        "org.paivand.group",
        "org.paivand.holding",
        "org.paivand.handover",
        "org.paivand.idempotency",
        "org.paivand.intake",
        "org.paivand.journal",
        "org.paivand.lease",
        "org.paivand.limit",
        "org.paivand.mail",
        "org.paivand.notice",
        "org.paivand.notification",
        "org.paivand.html",
        "org.paivand.outofband",
        "org.paivand.paper",
        "org.paivand.paper.page",
        "org.paivand.peer",
        "org.paivand.person",
        "org.paivand.person.page",
        "org.paivand.plan",
        "org.paivand.problem",
        "org.paivand.protection",
        "org.paivand.referral",
        "org.paivand.registry",
        "org.paivand.reminder",
        "org.paivand.reporting",
        "org.paivand.release",
        "org.paivand.screening",
        "org.paivand.statistics",
        "org.paivand.status",
        "org.paivand.webhook",
        "org.paivand.witness"
    };

    /** What puts the web together names every feature's adapter, as wiring does. */
    private static final DescribedPredicate<JavaClass> COMPOSITION = belongToAnyOf(
                    ApiApplication.class,
                    HsdsApplication.class,
                    LogApplication.class,
                    WitnessApplication.class,
                    PageApplication.class,
                    WayOutApplication.class,
                    ClosedAnswers.class)
            .or(DescribedPredicate.describe("Providers", type -> type.getName().equals("org.paivand.rest.Providers")))
            .or(resideInAPackage("org.paivand.wiring"));

    /**
     * Statements that are no feature's store of its own: each is one insert that has to be part of somebody else's
     * transaction (a statistics row, an idempotency key, the salt of a disclosure).
     */
    private static final DescribedPredicate<JavaClass> INSERTS_OF_ITS_OWN = belongToAnyOf(
                    StatisticsRows.class, Once.class)
            .or(DescribedPredicate.describe(
                    "release.Disclosing", type -> type.getName().equals("org.paivand.release.Disclosing")));

    @ArchTest
    static final ArchRule featuresKnowNoFramework = noClasses()
            .that()
            .resideInAnyPackage(FEATURES)
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "javax.ws..", "org.eclipse..", "com.zaxxer..");

    @ArchTest
    static final ArchRule featuresKnowNoStatements = noClasses()
            .that(resideInAnyPackage(FEATURES).and(DescribedPredicate.not(INSERTS_OF_ITS_OWN)))
            .should()
            .dependOnClassesThat(resideInAnyPackage("java.sql", "javax.sql")
                    .and(DescribedPredicate.not(belongToAnyOf(SQLException.class))))
            .because("a failing statement may pass through a feature, but only adapters write statements");

    @ArchTest
    static final ArchRule featuresKnowNoJson = noClasses()
            .that()
            .resideInAnyPackage(FEATURES)
            .and()
            .doNotHaveFullyQualifiedName("org.paivand.release.ReleasedSections")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..")
            .because("only ReleasedSections makes JSON: the log holds the hash of exactly these bytes");

    @ArchTest
    static final ArchRule casesKnowNobodyWhoUsesThem = noClasses()
            .that()
            .resideInAPackage("org.paivand.casefile..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.paivand.consent..",
                    "org.paivand.protection..",
                    "org.paivand.release..",
                    "org.paivand.referral..",
                    "org.paivand.federation..");

    @ArchTest
    static final ArchRule consentKnowsNoRelease = noClasses()
            .that()
            .resideInAPackage("org.paivand.consent..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.paivand.protection..",
                    "org.paivand.release..",
                    "org.paivand.referral..",
                    "org.paivand.federation..");

    @ArchTest
    static final ArchRule releaseKnowsNoReferral = noClasses()
            .that()
            .resideInAnyPackage("org.paivand.release..", "org.paivand.protection..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.paivand.referral..", "org.paivand.federation..");

    @ArchTest
    static final ArchRule referralKnowsNoFederation = noClasses()
            .that()
            .resideInAPackage("org.paivand.referral..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.paivand.federation..");

    @ArchTest
    static final ArchRule nobodyKnowsTheWiring = noClasses()
            .that()
            .resideOutsideOfPackage("org.paivand.wiring")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.paivand.wiring");

    @ArchTest
    static final ArchRule nobodyKnowsAnAdapterOfAnotherFeature = noClasses()
            .that(DescribedPredicate.not(COMPOSITION))
            // An approval of an agreement shows the agreement as its own resource does.
            .and()
            .doNotHaveFullyQualifiedName("org.paivand.approval.rest.ApprovalView")
            .and()
            // A release is asked for below its referral, in the body that is the release's own.
            .doNotHaveFullyQualifiedName("org.paivand.referral.rest.ReleaseResource")
            .and()
            // Who applies describes the agency in the words in which the registry will show it.
            .haveNameNotMatching("org\\.paivand\\.onboarding\\.rest\\.Onboarding(Wire|Views|Parser).*")
            .should(dependOnAnAdapterOfAnotherFeature());

    @ArchTest
    static final ArchRule onlyTheFilterOfCallersReadsAToken = noClasses()
            .that()
            .resideOutsideOfPackage("org.paivand.caller.rest")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(JsonWebToken.class);

    @ArchTest
    static final ArchRule onlyADisclosureUnderWayMakesALoggedDisclosure = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.paivand.release.Disclosing")
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "of a LoggedDisclosure", call -> call.getTargetOwner().isEquivalentTo(LoggedDisclosure.class)));

    @ArchTest
    static final ArchRule onlyAReleaseOpensASectionToReleaseIt = noClasses()
            .that()
            .resideOutsideOfPackage("org.paivand.release")
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "of a KeyUse.ForRelease", call -> call.getTargetOwner().isEquivalentTo(KeyUse.ForRelease.class)));

    /** What decides about help, or carries it, can't even see what a screening showed or a status body decided. */
    @ArchTest
    static final ArchRule helpWaitsForNeitherScreeningNorFormalStatus = noClasses()
            .that()
            .resideInAnyPackage(
                    "org.paivand.agreement..",
                    "org.paivand.capacity..",
                    "org.paivand.consent..",
                    "org.paivand.contact..",
                    "org.paivand.emergency..",
                    "org.paivand.handover..",
                    "org.paivand.holding..",
                    "org.paivand.notification..",
                    "org.paivand.policy..",
                    "org.paivand.protection..",
                    "org.paivand.referral..",
                    "org.paivand.registry..",
                    "org.paivand.release..",
                    "org.paivand.webhook..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.paivand.status..", "org.paivand.screening..")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Indicator.class, IndicatorGroup.class, Screened.class, ScreeningFinding.class);

    @ArchTest
    static final ArchRule onlyAGrantThatHoldsOpensAStatusDecision = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("org.paivand.release.Granted")
            .should()
            .callConstructorWhere(DescribedPredicate.describe(
                    "of a StatusUse", call -> call.getTargetOwner().isEquivalentTo(StatusUse.class)))
            .orShould()
            .callConstructorWhere(DescribedPredicate.describe(
                    "of a Granted outside of release",
                    call -> call.getTargetOwner().isEquivalentTo(Granted.class)
                            && !call.getOriginOwner().getPackageName().equals("org.paivand.release")));

    @ArchTest
    static final ArchRule onlyTheWiringReadsTheConfiguration = noClasses()
            .that()
            .resideOutsideOfPackage("org.paivand.wiring")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(ConfigProvider.class);

    @ArchTest
    static final ArchRule onlyTheWiringChoosesTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("org.paivand.wiring")
            .should()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyTheEdgeOfTheWebWritesRequestLogs = noClasses()
            .that()
            .resideOutsideOfPackages("org.paivand.rest", "org.paivand.problem.rest", "org.paivand.wiring")
            .should()
            .dependOnClassesThat()
            .belongToAnyOf(Logger.class)
            .because("resources see bodies; what sees ids and class names alone may write them down");

    @ArchTest
    static final ArchRule featuresHaveNoCycles = slices().assignedFrom(new Feature())
            .should()
            .beFreeOfCycles()
            .ignoreDependency(COMPOSITION, DescribedPredicate.alwaysTrue());

    /** A feature with its stores is one slice; its resources are another, since they stand on the common ground of the web. */
    private static final class Feature implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String[] names = type.getPackageName().split("\\.", -1);
            if (names.length < 3) {
                return SliceIdentifier.ignore();
            }
            boolean resource = Arrays.asList(names).subList(3, names.length).contains("rest");
            return SliceIdentifier.of(names[2], resource ? "rest" : "");
        }

        @Override
        public String getDescription() {
            return "features";
        }
    }

    private static ArchCondition<JavaClass> dependOnAnAdapterOfAnotherFeature() {
        return new ArchCondition<>("depend on an adapter of another feature") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                    String[] target =
                            dependency.getTargetClass().getPackageName().split("\\.", -1);
                    boolean adapter = target.length > 3
                            && dependency.getTargetClass().getPackageName().startsWith("org.paivand.")
                            && Set.of("rest", "jpa", "jdbc").contains(target[3]);
                    boolean roles = dependency.getTargetClass().isEquivalentTo(May.class);
                    if (adapter && !roles && !type.getPackageName().startsWith("org.paivand." + target[2])) {
                        events.add(SimpleConditionEvent.satisfied(dependency, dependency.getDescription()));
                    }
                }
            }
        };
    }
}
