/** The mathematics of gradcheck: reference derivatives with error bounds, checks, verdicts and reports. */
module org.gradcheck.core {
    requires transitive ejml.core;
    requires ejml.ddense;
    requires static transitive org.jspecify;

    exports org.gradcheck.adapt;
    exports org.gradcheck.chain;
    exports org.gradcheck.check;
    exports org.gradcheck.complex;
    exports org.gradcheck.derivative;
    exports org.gradcheck.function;
    exports org.gradcheck.picture;
    exports org.gradcheck.point;
    exports org.gradcheck.report;
    exports org.gradcheck.space;
    exports org.gradcheck.structure;
}
