package org.gradcheck.diagnosis.cause;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradcheck.report.Numbers;

/**
 * The derivative is a multiple of the right one: of the opposite sign, forgotten altogether, in other units, a sum for a
 * mean.
 */
final class Multiple implements Cause {

    /** Nearer to 1 than this a factor is written with all its digits. */
    private static final double NEAR_ONE = 1e-3;

    @Override
    public List<String> kinds() {
        return List.of("factor", "sign");
    }

    @Override
    public String question() {
        return "is it a multiple of the right one?";
    }

    @Override
    public List<Correction> corrections(Clues clues) {
        if (clues.probes().stream().allMatch(probe -> probe.supplied() == 0)) {
            return List.of(); // nothing to multiply
        }
        Pairing supplied = clues.supplied();
        Optional<Fit> fit = Fit.of(
                clues.fitted(), probe -> probe.reference().value(), org.gradcheck.diagnosis.probe.Probe::supplied);
        if (fit.isEmpty() || fit.get().value() == 0) {
            return List.of();
        }
        double inverse = fit.get().value();
        double factor = 1 / inverse;
        Optional<SimpleNumber> simple = SimpleNumber.of(factor, fit.get().slack() * factor * factor, counts(clues));
        double right = simple.map(number -> 1 / number.value()).orElse(inverse);
        boolean freely = simple.isEmpty();
        if (freely
                && clues.suspect().domain().tangentDimension() == 1
                && clues.suspect().outputs() == 1) {
            return List.of(); // of a single number anything is a multiple
        }
        return List.of(new Correction(
                (v, w) -> right * supplied.of(v, w),
                (v, w) -> freely ? fit.get().slack() * supplied.of(v, w) : 0,
                1,
                factor < 0 && simple.filter(number -> number.value() == -1).isPresent() ? "sign" : "factor",
                text(factor, simple)));
    }

    private static String text(double factor, Optional<SimpleNumber> simple) {
        if (simple.filter(number -> number.value() == -1).isPresent()) {
            return "the supplied derivative has the opposite sign, as that of −f, which one maximises";
        }
        return "the supplied derivative is " + number(factor, simple) + " times the reference";
    }

    static String number(double factor, Optional<SimpleNumber> simple) {
        return simple.map(SimpleNumber::words)
                .orElseGet(() ->
                        Math.abs(Math.abs(factor) - 1) < NEAR_ONE ? Numbers.value(factor) : Numbers.brief(factor));
    }

    /** Numbers that occur in the problem. */
    static List<SimpleNumber> counts(Clues clues) {
        List<SimpleNumber> counts = new ArrayList<>();
        int n = clues.suspect().x().length;
        int m = clues.suspect().outputs();
        if (n > 1) {
            counts.add(new SimpleNumber(n, n + ", the number of coordinates,"));
        }
        if (m > 1 && m != n) {
            counts.add(new SimpleNumber(m, m + ", the number of outputs,"));
        }
        clues.suspect().grids().stream().filter(grid -> grid.isMatrix()).forEach(grid -> {
            counts.add(new SimpleNumber(grid.rows(), grid.rows() + ", the number of rows,"));
            counts.add(new SimpleNumber(grid.columns(), grid.columns() + ", the number of columns,"));
        });
        return counts;
    }
}
