package org.gradcheck.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;

/**
 * A function at a point, with its right derivative and wrong ones that somebody could have written.
 *
 * @param name what it is
 * @param category what makes it hard
 * @param function f, as a vector function; one output for a scalar one
 * @param point where
 * @param right its Jacobian, a row for each output
 * @param wrong wrong Jacobians by the name of the mistake
 */
record CorpusCase(
        String name,
        Category category,
        UnaryOperator<double[]> function,
        double[] point,
        Function<double[], double[][]> right,
        Map<String, Function<double[], double[][]>> wrong) {

    static CorpusCase scalar(
            String name, Category category, double[] point, ToDoubleFunction<double[]> f, UnaryOperator<double[]> g) {
        return new CorpusCase(
                name,
                category,
                x -> new double[] {f.applyAsDouble(x)},
                point,
                x -> new double[][] {g.apply(x)},
                Map.of());
    }

    static CorpusCase vector(
            String name,
            Category category,
            double[] point,
            UnaryOperator<double[]> f,
            Function<double[], double[][]> jacobian) {
        return new CorpusCase(name, category, f, point, jacobian, Map.of());
    }

    /** The same case with one more wrong gradient. */
    CorpusCase wrong(String mistake, UnaryOperator<double[]> gradient) {
        return wrongJacobian(mistake, x -> new double[][] {gradient.apply(x)});
    }

    /** The same case with one more wrong Jacobian. */
    CorpusCase wrongJacobian(String mistake, Function<double[], double[][]> jacobian) {
        Map<String, Function<double[], double[][]>> more = new TreeMap<>(wrong);
        more.put(mistake, jacobian);
        return new CorpusCase(name, category, function, point, right, more);
    }

    boolean isScalar() {
        return right.apply(point).length == 1;
    }

    /** Checks a claimed Jacobian in one form: as gradient or Jacobian, JVP or VJP. */
    CheckReport check(Function<double[], double[][]> claimed, Claim claim, CheckSettings settings) {
        DerivativeCheck<double[], double[]> check =
                DerivativeCheck.ofVector(function).at(point).settings(settings);
        return switch (claim) {
            case MATRIX ->
                isScalar()
                        ? DerivativeCheck.ofScalar(x -> function.apply(x)[0])
                                .at(point)
                                .settings(settings)
                                .gradient(x -> claimed.apply(x)[0])
                                .run()
                        : check.jacobian(x -> new DMatrixRMaj(claimed.apply(x))).run();
            case JVP -> check.jvp((x, v) -> times(claimed.apply(x), v)).run();
            case VJP ->
                check.vjp((x, w) -> transposedTimes(claimed.apply(x), w)).run();
        };
    }

    /** In which form a Jacobian is handed in. */
    enum Claim {
        MATRIX,
        JVP,
        VJP
    }

    static double[] times(double[][] matrix, double[] v) {
        double[] product = new double[matrix.length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < v.length; j++) {
                product[i] += matrix[i][j] * v[j];
            }
        }
        return product;
    }

    static double[] transposedTimes(double[][] matrix, double[] w) {
        double[] product = new double[matrix[0].length];
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j < product.length; j++) {
                product[j] += matrix[i][j] * w[i];
            }
        }
        return product;
    }

    /** Mistakes that can be planted in any derivative. */
    List<Mutant> mutants(double... errors) {
        List<Mutant> mutants = new ArrayList<>();
        wrong.forEach((mistake, jacobian) -> mutants.add(new Mutant(mistake, 1, jacobian)));
        mutants.addAll(Mutations.of(this, errors));
        return mutants;
    }

    /**
     * A wrong derivative.
     *
     * @param mistake its name
     * @param size its size relative to a directional derivative, 1 for one that has no size
     * @param jacobian the wrong Jacobian
     */
    record Mutant(String mistake, double size, Function<double[], double[][]> jacobian) {}

    @Override
    public String toString() {
        return category.name().toLowerCase(java.util.Locale.ROOT) + ": " + name;
    }
}
