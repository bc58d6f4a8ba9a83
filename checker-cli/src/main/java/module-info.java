/** The command line of gradcheck: derivatives of functions described in JSON. */
module org.gradcheck.cli {
    requires transitive ejml.core;
    requires ejml.ddense;
    requires static transitive org.jspecify;

    exports org.gradcheck.expression;
    exports org.gradcheck.expression.arithmetic;
    exports org.gradcheck.expression.function;
    exports org.gradcheck.expression.shape;
}
