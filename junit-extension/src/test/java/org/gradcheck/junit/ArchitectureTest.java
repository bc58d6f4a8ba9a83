package org.gradcheck.junit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(
                    "org.gradcheck.assertj",
                    "org.gradcheck.junit",
                    "org.gradcheck.hipparchus",
                    "org.gradcheck.commonsmath",
                    "org.gradcheck.ddogleg");

    @Test
    void assertionsServeAnyTestFramework() {
        noClasses()
                .that()
                .resideInAPackage("org.gradcheck.assertj..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.gradcheck.junit..", "org.junit..", "org.opentest4j..")
                .because("whoever tests with another framework has no JUnit on the class path")
                .check(MAIN);
    }

    @Test
    void eachLibraryIsKnownToItsAdapterAlone() {
        isKnownAloneTo("org.gradcheck.hipparchus", "org.hipparchus..");
        isKnownAloneTo("org.gradcheck.commonsmath", "org.apache.commons..");
        isKnownAloneTo("org.gradcheck.ddogleg", "org.ddogleg..");
    }

    private static void isKnownAloneTo(String adapter, String library) {
        noClasses()
                .that()
                .resideOutsideOfPackage(adapter)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(library, adapter)
                .because("whoever lacks one library can still use everything else")
                .check(MAIN);
        noClasses()
                .that()
                .resideInAPackage(adapter)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.gradcheck.junit..", "org.gradcheck.assertj..", "org.junit..", "org.assertj..")
                .because("adapters serve DerivativeCheck in any program")
                .check(MAIN);
    }

    @Test
    void theExtensionDependsOnTheSupportedPartOfJUnitOnly() {
        noClasses()
                .that()
                .resideInAPackage("org.gradcheck.junit..")
                .and()
                .haveNameNotMatching("org.gradcheck.junit.ArgumentProviders.*")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.junit.jupiter.engine..", "org.junit.jupiter.params..", "org.junit.platform.engine..")
                .because(
                        "users bring their own version of JUnit, and junit-jupiter-params only if they like: one class knows it")
                .check(MAIN);
    }

    @Test
    void pointsAreMadeWithoutTheExtension() {
        noClasses()
                .that()
                .resideInAPackage("org.gradcheck.junit.point..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.gradcheck.junit", "org.gradcheck.assertj..", "org.junit.jupiter..")
                .because("the extension reads annotations, and points are drawn and read below it")
                .check(MAIN);
    }
}
