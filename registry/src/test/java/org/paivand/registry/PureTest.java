package org.paivand.registry;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

@AnalyzeClasses(packages = "org.paivand.registry", importOptions = ImportOption.DoNotIncludeTests.class)
class PureTest {

    @ArchTest
    static final ArchRule dependsOnNothingButTheJdkAndDisclosure = classes()
            .that()
            .resideOutsideOfPackage("..json..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "org.jspecify..", "org.paivand.disclosure..", "org.paivand.registry..");

    @ArchTest
    static final ArchRule knowsNoJsonOutsideItsReader = noClasses()
            .that()
            .resideOutsideOfPackage("..json..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..json..");
}
