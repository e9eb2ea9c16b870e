package org.paivand.disclosure;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

@AnalyzeClasses(packages = "org.paivand.disclosure", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule onlyTheJsonPackageKnowsJackson = noClasses()
            .that()
            .resideOutsideOfPackage("org.paivand.disclosure.json")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.fasterxml..");

    @ArchTest
    static final ArchRule nothingDependsOnTheJsonPackage = noClasses()
            .that()
            .resideOutsideOfPackage("org.paivand.disclosure.json")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.paivand.disclosure.json");

    @ArchTest
    static final ArchRule nothingAsksAClockOrForChance = noClasses()
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(UUID.class, "randomUUID")
            .orShould()
            .callMethod(System.class, "currentTimeMillis")
            .orShould()
            .callMethod(System.class, "nanoTime")
            .orShould()
            .dependOnClassesThat()
            .belongToAnyOf(Clock.class, Random.class);

    @ArchTest
    static final ArchRule nothingReadsFilesNetworkOrDatabase = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.nio.file..", "java.net..", "java.sql..", "javax..", "jakarta..");

    @ArchTest
    static final ArchRule consentKnowsNeitherPolicyNorDecision = noClasses()
            .that()
            .resideInAPackage("org.paivand.disclosure.consent")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "org.paivand.disclosure.policy", "org.paivand.disclosure.decision", "org.paivand.disclosure.event");

    @ArchTest
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.paivand.disclosure.(*)").should().beFreeOfCycles();
}
