package org.paivand.export;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.paivand.export", importOptions = ImportOption.DoNotIncludeTests.class)
final class ArchitectureTest {
    @ArchTest
    static final ArchRule KNOWS_EVENTS_AND_JACKSON_ALONE = noClasses()
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java.io..",
                    "java.lang..",
                    "java.net",
                    "java.nio.charset..",
                    "java.time..",
                    "java.util..",
                    "org.jspecify..",
                    "com.fasterxml.jackson..",
                    "org.paivand.disclosure..",
                    "org.paivand.export..");

    @ArchTest
    static final ArchRule HAS_NO_CLOCK = noClasses()
            .should()
            .callMethod(java.time.Instant.class, "now")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");
}
