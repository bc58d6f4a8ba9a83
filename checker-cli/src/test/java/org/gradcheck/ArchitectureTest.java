package org.gradcheck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "org.gradcheck.expression", "org.gradcheck.spec", "org.gradcheck.output", "org.gradcheck.cli");

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("expression")
                .definedBy("org.gradcheck.expression..")
                .layer("spec")
                .definedBy("org.gradcheck.spec..")
                .layer("output")
                .definedBy("org.gradcheck.output..")
                .layer("cli")
                .definedBy("org.gradcheck.cli..")
                .whereLayer("cli")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("output")
                .mayOnlyBeAccessedByLayers("cli")
                .whereLayer("spec")
                .mayOnlyBeAccessedByLayers("output", "cli")
                .because("a spec is compiled and run, its results are rendered, and commands only orchestrate")
                .check(classes);
    }

    @Test
    void expressionLanguageKnowsOnlyMatrices() {
        noClasses()
                .that()
                .resideInAPackage("org.gradcheck.expression..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "tools.jackson..", "picocli..", "java.io..", "java.nio.file..", "org.gradcheck.check..")
                .because("formulas are data: evaluating one reads no file and starts no check")
                .check(classes);
    }

    @Test
    void onlyCommandsKnowTheCommandLineLibrary() {
        noClasses()
                .that()
                .resideOutsideOfPackage("org.gradcheck.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("picocli..")
                .because("commands are thin and everything behind them serves other callers too")
                .check(classes);
    }
}
