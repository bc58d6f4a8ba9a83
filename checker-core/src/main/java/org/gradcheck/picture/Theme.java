package org.gradcheck.picture;

import java.util.Locale;

/** The colours of pictures. */
public enum Theme {
    /** Dark on white. */
    LIGHT("""
            --ink:#1f2328;--soft:#59636e;--grid:#e8ebef;--frame:#aab3bd;--paper:#fff;--first:#0a58ca;\
            --second:#b4560a;--right:#1a7f37;--wrong:#cf222e;--bound:#7a3fd0;--noise:#57606a"""),
    /** Light on almost black. */
    DARK("""
            --ink:#e6edf3;--soft:#9aa5b1;--grid:#262c34;--frame:#4b5560;--paper:#0d1117;--first:#6cb0ff;\
            --second:#ffab5e;--right:#4cc764;--wrong:#ff7a72;--bound:#c2a0ff;--noise:#9aa5b1""");

    private final String properties;

    Theme(String properties) {
        this.properties = properties;
    }

    /** The name as a user writes it: light, dark. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The colours as CSS variables. */
    String properties() {
        return properties;
    }

    /** CSS with the colours in place of the variables. */
    String resolved(String css) {
        String text = css;
        for (String property : properties.split(";", -1)) {
            int colon = property.indexOf(':');
            text = text.replace("var(" + property.substring(0, colon) + ")", property.substring(colon + 1));
        }
        return text;
    }
}
