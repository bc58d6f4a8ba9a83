package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
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

    /** A matrix whose columns belong to vec of the only variable, with columns that belong to its coordinates instead. */
    DMatrixRMaj projectRows(DMatrixRMaj matrix) {
        MatrixCoordinates variable = parts.get(0).coordinates();
        DMatrixRMaj onCoordinates = new DMatrixRMaj(matrix.numRows, dimension);
        for (int i = 0; i < matrix.numRows; i++) {
            double[] row = new double[matrix.numCols];
            System.arraycopy(matrix.data, i * matrix.numCols, row, 0, row.length);
            double[] projected = project(Vectors.matrix(row, variable.rows(), variable.columns()));
            System.arraycopy(projected, 0, onCoordinates.data, i * dimension, dimension);
        }
        return onCoordinates;
    }

    /** A matrix whose rows and columns belong to vec of the only variable, on its coordinates. */
    DMatrixRMaj projectBothSides(DMatrixRMaj matrix) {
        DMatrixRMaj once = CommonOps_DDRM.transpose(projectRows(matrix), null);
        return CommonOps_DDRM.transpose(projectRows(once), null);
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
