package org.paivand.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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

@AnalyzeClasses(packages = "org.paivand.registry", importOptions = ImportOption.DoNotIncludeTests.class)
class PureTest {

    @ArchTest
    static final ArchRule dependsOnNothingButTheJdkAuditAndDisclosure = classes()
            .that()
            .resideOutsideOfPackages("..json..", "..csv..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..",
                    "org.jspecify..",
                    "org.paivand.audit..",
                    "org.paivand.disclosure..",
                    "org.paivand.registry..");

    @ArchTest
    static final ArchRule knowsNoJsonWhereItHoldsAndJudges = noClasses()
            .that()
            .resideInAnyPackage(
                    "..language..",
                    "..place..",
                    "..agency..",
                    "..service..",
                    "..node..",
                    "..agreement..",
                    "..directory..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..json..");

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
    static final ArchRule packagesHaveNoCycles =
            slices().matching("org.paivand.registry.(*)").should().beFreeOfCycles();
}
