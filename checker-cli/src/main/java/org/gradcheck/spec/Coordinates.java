package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.spec.structure.MatrixCoordinates;

/** The perturbed variables of a check as one vector: the coordinates of each, one after the other. */
final class Coordinates {

    private record Part(String name, MatrixCoordinates coordinates, int offset) {}

    private final List<Part> parts = new ArrayList<>();
    private final int dimension;

    Coordinates(List<BoundVariable> perturbed) {
        int offset = 0;
        for (BoundVariable variable : perturbed) {
            MatrixCoordinates coordinates = variable.coordinates();
            parts.add(new Part(variable.name(), coordinates, offset));
            offset += coordinates.dimension();
        }
        dimension = offset;
    }

    int dimension() {
        return dimension;
    }

    /** The coordinates of a point. */
    double[] of(Map<String, DMatrixRMaj> values) {
        double[] coordinates = new double[dimension];
        for (Part part : parts) {
            DMatrixRMaj value = values.get(part.name());
            if (value == null) {
                throw new IllegalArgumentException("no value for " + part.name());
            }
            part.coordinates().project(value, coordinates, part.offset());
        }
        return coordinates;
    }

    /** The coordinates of the projection of a matrix to the space of the only variable. */
    double[] project(DMatrixRMaj matrix) {
        double[] coordinates = new double[dimension];
        parts.get(0).coordinates().project(matrix, coordinates, 0);
        return coordinates;
    }

    /** The matrices with the given coordinates, by name with a prefix. */
    Map<String, DMatrixRMaj> matrices(double[] coordinates, String prefix) {
        Map<String, DMatrixRMaj> matrices = new HashMap<>();
        for (Part part : parts) {
            matrices.put(prefix + part.name(), part.coordinates().matrix(coordinates, part.offset()));
        }
        return matrices;
    }

    /** The same over complex numbers. */
    Map<String, ZMatrixRMaj> matrices(ComplexVector coordinates) {
        Map<String, ZMatrixRMaj> matrices = new HashMap<>();
        for (Part part : parts) {
            matrices.put(
                    part.name(), part.coordinates().matrix(coordinates.real(), coordinates.imaginary(), part.offset()));
        }
        return matrices;
    }
}
