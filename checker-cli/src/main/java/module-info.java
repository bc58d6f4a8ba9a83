/** The command line of gradcheck: the expression language, specs, results and commands. */
module org.gradcheck.cli {
    requires ejml.core;
    requires ejml.ddense;
    requires ejml.zdense;
    requires info.picocli;
    requires org.gradcheck.core;
    requires static org.jspecify;
    requires tools.jackson.databind;

    exports org.gradcheck.spec;
}
