package org.gradcheck.diagnosis.cause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.gradcheck.diagnosis.probe.Suspect;
import org.gradcheck.diagnosis.where.Located;
import org.gradcheck.report.Numbers;
import org.gradcheck.space.Space;

/**
 * A multiple of something simple is missing, or too much: a regulariser's term, a constant, the identity of a residual path.
 */
final class MissingTerm implements Cause {

    private static final String MISSING_TERM = "missing-term";

    private record Term(String words, DoubleUnaryOperator of) {}

    private static final List<Term> TERMS = List.of(
            new Term("x", x -> x),
            new Term("1", x -> 1),
            new Term("sign(x)", Math::signum),
            new Term("x²", x -> x * x),
            new Term("x³", x -> x * x * x),
            new Term("exp(x)", Math::exp),
            new Term("1/x", x -> 1 / x));

    @Override
    public List<String> kinds() {
        return List.of(MISSING_TERM);
    }

    @Override
    public String question() {
        return "is a multiple of x, of a constant or of another simple term missing?";
    }

    @Override
    public boolean isLastResort() {
        return true;
    }

    @Override
    public List<Correction> corrections(Clues clues) {
        Suspect suspect = clues.suspect();
        if (!(suspect.domain() instanceof Space)) {
            return List.of();
        }
        List<Correction> corrections = new ArrayList<>();
        if (suspect.outputs() == 1) {
            int[] wrong =
                    clues.inputs().filter(Located::isExact).map(Located::wrong).orElseGet(suspect::coordinates);
            if (wrong.length > 2) {
                TERMS.forEach(term -> fitted(clues, term, wrong).ifPresent(corrections::add));
            }
        } else if (suspect.outputs() == suspect.x().length) {
            identity(clues).ifPresent(corrections::add);
        }
        return corrections;
    }

    private static Optional<Correction> fitted(Clues clues, Term term, int[] where) {
        double[] x = clues.suspect().x();
        double[] values = new double[x.length];
        for (int k : where) {
            values[k] = term.of().applyAsDouble(x[k]);
        }
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            return Optional.empty();
        }
        return correction(
                clues,
                (v, w) -> w[0] * inner(values, v),
                amount -> term.words().equals("1")
                        ? "the constant " + amount
                        : "the term " + (amount.equals("1") ? "" : amount + "·") + term.words(),
                " in each of the wrong entries");
    }

    /** A path around the function, as in a residual block. */
    private static Optional<Correction> identity(Clues clues) {
        return correction(
                clues,
                (v, w) -> inner(v, w),
                amount -> (amount.equals("1") ? "the identity" : amount + " times the identity")
                        + ", as from a path around the function,",
                "");
    }

    private static Optional<Correction> correction(
            Clues clues, Pairing term, Function<String, String> named, String where) {
        Pairing supplied = clues.supplied();
        return Fit.of(clues.fitted(), probe -> -probe.error(), probe -> term.of(probe.direction(), probe.cotangent()))
                .filter(fit -> fit.value() != 0)
                .map(fit -> {
                    Optional<SimpleNumber> simple = SimpleNumber.of(fit.value(), fit.slack(), List.of());
                    double factor = simple.map(SimpleNumber::value).orElse(fit.value());
                    String amount = simple.map(number -> number.words().replace("−", ""))
                            .orElseGet(() -> Numbers.brief(Math.abs(factor)));
                    return new Correction(
                            (v, w) -> supplied.of(v, w) + factor * term.of(v, w),
                            (v, w) -> simple.isPresent() ? 0 : fit.slack() * term.of(v, w),
                            1,
                            MISSING_TERM,
                            named.apply(amount) + (factor > 0 ? " is missing" : " is too much") + where);
                });
    }

    private static double inner(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
