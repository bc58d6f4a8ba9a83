package org.gradcheck.spec;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.CheckedExpression;
import org.gradcheck.expression.Environment;
import org.gradcheck.expression.ExpressionGroup;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.expression.shape.Shape;

/**
 * Named expressions over the same variables, with those named intermediate values that they need: the outputs of a function,
 * or a derivative of each.
 *
 * @param outputs the expressions by name, in order
 * @param lets the intermediate values, in order
 * @param group both, to be evaluated together
 */
record BoundFunction(Map<String, CheckedExpression> outputs, List<BoundExpression.Let> lets, ExpressionGroup group) {

    BoundFunction {
        outputs = Collections.unmodifiableMap(new LinkedHashMap<>(outputs));
        lets = List.copyOf(lets);
    }

    private static BoundFunction withGroup(Map<String, CheckedExpression> outputs, List<BoundExpression.Let> lets) {
        List<ExpressionGroup.Named> intermediate = lets.stream()
                .map(let -> new ExpressionGroup.Named(let.name(), let.value()))
                .toList();
        return new BoundFunction(outputs, lets, ExpressionGroup.of(intermediate, List.copyOf(outputs.values())));
    }

    static BoundFunction of(String name, BoundExpression expression) {
        return withGroup(Map.of(name, expression.expression()), expression.lets());
    }

    /** Several at once; whatever more than one needs is computed once. */
    static BoundFunction of(Map<String, BoundExpression> expressions, List<BoundExpression.Let> inOrder) {
        Map<String, CheckedExpression> outputs = new LinkedHashMap<>();
        Set<BoundExpression.Let> needed = new LinkedHashSet<>();
        expressions.forEach((name, expression) -> {
            outputs.put(name, expression.expression());
            needed.addAll(expression.lets());
        });
        return withGroup(outputs, inOrder.stream().filter(needed::contains).toList());
    }

    /** The same where some intermediate values are given, like variables, and not computed. */
    BoundFunction given(Set<String> names) {
        Set<String> needed = new LinkedHashSet<>();
        outputs.values().forEach(output -> needed.addAll(output.inputNames()));
        Deque<BoundExpression.Let> kept = new ArrayDeque<>();
        for (int i = lets.size() - 1; i >= 0; i--) {
            BoundExpression.Let let = lets.get(i);
            if (needed.contains(let.name()) && !names.contains(let.name())) {
                kept.addFirst(let);
                needed.addAll(let.value().inputNames());
            }
        }
        return withGroup(outputs, List.copyOf(kept));
    }

    boolean isSingle() {
        return outputs.size() == 1;
    }

    /** Whether the value is one number. */
    boolean isScalar() {
        return isSingle() && only().isScalar();
    }

    /** The shape of the only output. */
    Shape only() {
        return outputs.values().iterator().next().shape();
    }

    /** The shape of an output. */
    Shape shape(String output) {
        return Optional.ofNullable(outputs.get(output)).orElseThrow().shape();
    }

    Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        outputs.forEach((name, expression) -> shapes.put(name, expression.shape()));
        return shapes;
    }

    /** "3×2", or "Q 3×2, R 2×2". */
    String describedShape() {
        return isSingle()
                ? only().inline()
                : shapes().entrySet().stream()
                        .map(entry -> entry.getKey() + " " + entry.getValue().inline())
                        .collect(Collectors.joining(", "));
    }

    /** The number of entries of all outputs. */
    int entryCount() {
        return (int) outputs.values().stream()
                .mapToLong(expression -> expression.shape().entryCount())
                .sum();
    }

    /** The worst smoothness of anything that is evaluated. */
    Smoothness smoothness() {
        Smoothness worst = Smoothness.ANALYTIC;
        for (BoundExpression.Let let : lets) {
            worst = worst.worseOf(let.value().smoothness());
        }
        for (CheckedExpression output : outputs.values()) {
            worst = worst.worseOf(output.smoothness());
        }
        return worst;
    }

    /** The variables that are read, intermediate values not counted. */
    Set<String> inputNames() {
        Set<String> names = new LinkedHashSet<>();
        outputs.values().forEach(output -> names.addAll(output.inputNames()));
        lets.forEach(let -> names.addAll(let.value().inputNames()));
        lets.forEach(let -> names.remove(let.name()));
        return names;
    }

    /** The outputs where the variables have the given values, in order. */
    <M> List<M> evaluate(Arithmetic<M> arithmetic, Map<String, M> variables) {
        return group.evaluate(arithmetic, Environment.of(variables));
    }

    /** A vector of all outputs as one matrix each, under their names with something appended. */
    Map<String, DMatrixRMaj> matrices(double[] entries, String suffix) {
        Map<String, DMatrixRMaj> matrices = new HashMap<>();
        int at = 0;
        for (Map.Entry<String, Shape> output : shapes().entrySet()) {
            Shape shape = output.getValue();
            double[] own = Arrays.copyOfRange(entries, at, at + (int) shape.entryCount());
            matrices.put(output.getKey() + suffix, Vectors.matrix(own, shape.rowCount(), shape.columnCount()));
            at += own.length;
        }
        return matrices;
    }
}
