/** Derivative checks as JUnit tests and as AssertJ assertions. */
module org.gradcheck.junit {
    requires transitive org.gradcheck.core;
    requires static org.junit.jupiter.api;
    requires static org.junit.jupiter.params;
    requires static ejml.simple;
    requires static transitive org.assertj.core;
    requires static org.jspecify;

    // Not transitive: javac would demand all of them of every module that requires this one.
    requires static commons.math3;
    requires static ddogleg;
    requires static hipparchus.core;
    requires static hipparchus.optim;

    exports org.gradcheck.assertj;
    exports org.gradcheck.commonsmath;
    exports org.gradcheck.ddogleg;
    exports org.gradcheck.hipparchus;
    exports org.gradcheck.junit;

    // JUnit instantiates the extension, AssertJ subclasses the assertions to collect soft failures
    opens org.gradcheck.junit to
            org.junit.platform.commons;
    opens org.gradcheck.assertj to
            org.assertj.core;
}
