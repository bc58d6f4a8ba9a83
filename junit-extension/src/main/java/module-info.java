/** Derivative checks as JUnit tests and as AssertJ assertions. */
module org.gradcheck.junit {
    requires transitive org.gradcheck.core;
    requires static transitive org.junit.jupiter.api;
    requires static transitive org.assertj.core;
    requires static transitive ejml.simple;
    requires static org.jspecify;

    exports org.gradcheck.assertj;
    exports org.gradcheck.junit;

    // JUnit instantiates the extension, AssertJ subclasses the assertions to collect soft failures
    opens org.gradcheck.junit to
            org.junit.platform.commons;
    opens org.gradcheck.assertj to
            org.assertj.core;
}
