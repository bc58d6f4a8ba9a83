package org.gradcheck.spec;

import org.gradcheck.expression.shape.Shape;

/** Whether a derivative has the shape that its form asks for. */
final class ResultShapes {

    private static final int SHOWN_WIDTH = 100;

    private ResultShapes() {}

    /**
     * Refuses a derivative of another shape, unless it is expected to be refuted: its shape is then what refutes it.
     *
     * @param owner what has the expected shape, with its verb: "w is"
     */
    static void require(Claim claim, Shape found, Shape expected, String owner) {
        if (found.sameAs(expected) || claim.expected() == Expectation.REFUTED) {
            return;
        }
        String name =
                claim.form().label() + claim.variable().map(v -> " of " + v).orElse("");
        StringBuilder problem = new StringBuilder(
                "the " + name + " is " + found + " and " + owner + " " + expected + "; expected equal shapes");
        problem.append(underlined(claim.formula().text()));
        if (found.transposed().sameAs(expected)) {
            problem.append("\n  hint: transposed it would fit");
        }
        throw new SpecException(claim.formula().place(), problem.toString());
    }

    private static String underlined(String text) {
        String line = text.lines()
                .reduce("", (first, last) -> last.isBlank() ? first : last)
                .strip();
        boolean cut = line.length() > SHOWN_WIDTH;
        String shown = cut ? line.substring(0, SHOWN_WIDTH) : line;
        int width = shown.codePointCount(0, shown.length());
        return "\n  " + shown + (cut ? "…" : "") + "\n  ^" + "~".repeat(Math.max(0, width - 1));
    }
}
