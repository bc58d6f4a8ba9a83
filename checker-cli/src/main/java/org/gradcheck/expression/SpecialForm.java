package org.gradcheck.expression;

import java.util.Locale;
import java.util.Optional;

/** Forms that bind a name. */
enum SpecialForm {
    SUMI("sumi(i, a, b, body)"),
    PRODI("prodi(i, a, b, body)"),
    ITER("iter(x, x0, n, body)");

    private final String signature;

    SpecialForm(String signature) {
        this.signature = signature;
    }

    String signature() {
        return signature;
    }

    static Optional<SpecialForm> named(String name) {
        for (SpecialForm form : values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
