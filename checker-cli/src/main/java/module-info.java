/** The command line of gradcheck: the expression language, specs, results and commands. */
module org.gradcheck.cli {
    requires com.github.weisj.jsvg;
    requires de.siegmar.fastcsv;
    requires ejml.core;
    requires ejml.ddense;
    requires info.picocli;
    requires java.desktop;
    requires java.xml;
    requires me.tongfei.progressbar;
    requires org.gradcheck.core;
    requires static org.jspecify;
    requires tools.jackson.databind;
}
