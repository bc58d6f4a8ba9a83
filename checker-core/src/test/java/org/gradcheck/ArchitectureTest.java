package org.gradcheck;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private final JavaClasses classes = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.gradcheck");

    @Test
    void dependenciesPointOneWay() {
        layeredArchitecture()
                .consideringOnlyDependenciesInLayers()
                .layer("space")
                .definedBy("..space..")
                .layer("point")
                .definedBy("..point..")
                .layer("structure")
                .definedBy("..structure..")
                .layer("function")
                .definedBy("org.gradcheck.function..")
                .layer("complex")
                .definedBy("..complex..")
                .layer("derivative")
                .definedBy("..derivative..")
                .layer("reference")
                .definedBy("..reference..")
                .layer("diagnosis")
                .definedBy("..diagnosis..")
                .layer("check")
                .definedBy("..check..")
                .layer("report")
                .definedBy("..report..")
                .layer("chain")
                .definedBy("..chain..")
                .layer("picture")
                .definedBy("..picture..")
                .whereLayer("picture")
                .mayNotBeAccessedByAnyLayer()
                .layer("adapt")
                .definedBy("..adapt..")
                .whereLayer("adapt")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("adapt")
                .mayOnlyAccessLayers("function", "derivative")
                .whereLayer("chain")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("check")
                .mayOnlyBeAccessedByLayers("chain")
                .whereLayer("structure")
                .mayNotBeAccessedByAnyLayer()
                .whereLayer("structure")
                .mayOnlyAccessLayers("point", "space")
                .whereLayer("point")
                .mayOnlyBeAccessedByLayers("structure")
                .whereLayer("point")
                .mayOnlyAccessLayers("space")
                .whereLayer("diagnosis")
                .mayOnlyBeAccessedByLayers("check")
                .whereLayer("reference")
                .mayOnlyBeAccessedByLayers("diagnosis", "check")
                .whereLayer("derivative")
                .mayOnlyBeAccessedByLayers("reference", "diagnosis", "check", "chain", "adapt")
                .whereLayer("complex")
                .mayOnlyAccessLayers("function")
                .whereLayer("complex")
                .mayOnlyBeAccessedByLayers("check")
                .whereLayer("function")
                .mayOnlyBeAccessedByLayers("complex", "derivative", "reference", "diagnosis", "check", "chain", "adapt")
                .whereLayer("report")
                .mayOnlyBeAccessedByLayers("diagnosis", "check", "chain", "picture")
                .because("data flows from function and derivative over reference and evidence to the verdict")
                .check(classes);
    }

    @Test
    void packagesFormNoCycle() {
        SlicesRuleDefinition.slices()
                .matching("org.gradcheck.(*)..")
                .should()
                .beFreeOfCycles()
                .check(classes);
    }

    @Test
    void coreIsPureMathematics() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "tools.jackson..", "picocli..", "org.junit..", "org.assertj..", "java.io..", "java.nio.file..")
                .because("the same check must serve CLI, JUnit and any other caller")
                .check(classes);
    }
}
