package org.gradcheck.expression;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.gradcheck.expression.function.Description;

/** Forms that bind a name. */
enum SpecialForm {
    SUMI(
            "sumi(i, a, b, body)",
            "sum of the body for the whole numbers i from a to b, which must be known before evaluation",
            "sumi(i, 1, 4, i^2)"),
    PRODI(
            "prodi(i, a, b, body)",
            "matrix product of the body for the whole numbers i from a to b, from left to right",
            "prodi(i, 1, 4, i)"),
    ITER(
            "iter(x, x0, n, body)",
            "x after n times x = body, starting with x0; n must be known before evaluation",
            "iter(x, 1, 6, x/2 + 1/x)");

    private final String signature;
    private final String summary;
    private final String example;

    SpecialForm(String signature, String summary, String example) {
        this.signature = signature;
        this.summary = summary;
        this.example = example;
    }

    String signature() {
        return signature;
    }

    Description description() {
        return new Description(keyword(), List.of(), signature, summary, example, Optional.empty());
    }

    private String keyword() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Optional<SpecialForm> named(String name) {
        for (SpecialForm form : values()) {
            if (form.keyword().equals(name)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }
}
