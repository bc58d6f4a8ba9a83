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
            "sumi(i, 1, 4, i^2)",
            "number, number, any shape → the same",
            "d sumi(i, a, b, body) = sumi(i, a, b, d body)"),
    PRODI(
            "prodi(i, a, b, body)",
            "matrix product of the body for the whole numbers i from a to b, from left to right",
            "prodi(i, 1, 4, i)",
            "number, number, n×n → n×n",
            "the product rule: one term for each factor, with that factor differentiated"),
    ITER(
            "iter(x, x0, n, body)",
            "x after n times x = body, starting with x0; n must be known before evaluation",
            "iter(x, 1, 6, x/2 + 1/x)",
            "any shape, number, the same shape → the same",
            "the chain rule in each step: dx is the derivative of the body along the dx of the step before");

    private final String signature;
    private final String summary;
    private final String example;
    private final String shapes;
    private final String derivative;

    SpecialForm(String signature, String summary, String example, String shapes, String derivative) {
        this.signature = signature;
        this.summary = summary;
        this.example = example;
        this.shapes = shapes;
        this.derivative = derivative;
    }

    String signature() {
        return signature;
    }

    Description description() {
        return new Description(keyword(), List.of(), signature, summary, example, Optional.empty(), shapes, derivative);
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
