package org.gradcheck.diagnosis.probe;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.gradcheck.derivative.Derivative;
import org.gradcheck.derivative.SuppliedOperator;
import org.gradcheck.reference.Neighbourhood;
import org.gradcheck.report.Evidence;
import org.gradcheck.space.Grid;
import org.gradcheck.space.Indexing;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;

/**
 * A derivative that has been refuted at a point.
 *
 * @param derivative the derivative
 * @param operator the same at the point
 * @param around f and the point
 * @param evidence what refuted it: one entry a direction
 * @param indexing how messages count entries
 * @param mayWander whether f may be evaluated far from the point
 */
public record Suspect(
        Derivative derivative,
        SuppliedOperator operator,
        Neighbourhood around,
        List<Evidence> evidence,
        Indexing indexing,
        boolean mayWander) {

    public Suspect {
        evidence = List.copyOf(evidence);
    }

    /** The set of the points. */
    public Manifold<?> domain() {
        return around.domain();
    }

    /** The space of the values. */
    public Space<?> codomain() {
        return around.codomain();
    }

    /** The coordinates of the point. */
    public double[] x() {
        return around.x();
    }

    /** The number of outputs. */
    public int outputs() {
        return around.value().length;
    }

    /** The coordinates that can be moved one by one; none on a curved set. */
    public int[] coordinates() {
        return domain() instanceof Space<?> space
                ? IntStream.range(0, space.dimension())
                        .filter(space::isIndependent)
                        .toArray()
                : new int[0];
    }

    /** The matrices and vectors that the point consists of. */
    public List<Grid> grids() {
        return domain().grids(x());
    }

    /** The name of a coordinate of the point. */
    public String name(int coordinate) {
        return grids().stream()
                .filter(grid -> grid.contains(coordinate))
                .findFirst()
                .map(grid -> indexing.entry(grid, coordinate))
                .orElse("coordinate " + coordinate);
    }

    /** The name of a coordinate of the value. */
    public String outputName(int output) {
        return codomain().grids(around.value()).stream()
                .filter(grid -> grid.contains(output))
                .findFirst()
                .filter(grid -> grid.isMatrix() || !grid.name().isEmpty())
                .map(grid -> "output " + indexing.entry(grid, output))
                .orElse("output " + indexing.number(output));
    }

    /** What the form has for representer, where it is linear in the cotangent. */
    public Optional<double[]> representer(double[] cotangent) {
        return operator.representer(cotangent);
    }
}
