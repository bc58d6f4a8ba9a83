package org.gradcheck.spec;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;

/** The variables of a claim that are perturbed, each in its own set. */
record Perturbed(List<BoundVariable> variables) {

    Perturbed {
        variables = List.copyOf(variables);
    }

    /** The only one. */
    BoundVariable only() {
        return variables.get(0);
    }

    /**
     * The set in which they move together.
     *
     * @param point the values of all variables, on which an inner product may depend
     */
    Manifold<Map<String, DMatrixRMaj>> domain(Map<String, DMatrixRMaj> point) {
        Map<String, Manifold<DMatrixRMaj>> sets = new LinkedHashMap<>();
        variables.forEach(variable -> sets.put(variable.name(), variable.domain(point)));
        return Manifolds.named(sets);
    }

    /** In how many directions they can move. */
    int dimension() {
        return variables.stream()
                .mapToInt(variable -> variable.set().tangentDimension())
                .sum();
    }

    /** Their values at a point. */
    Map<String, DMatrixRMaj> of(Map<String, DMatrixRMaj> point) {
        Map<String, DMatrixRMaj> values = new LinkedHashMap<>();
        variables.forEach(variable -> values.put(variable.name(), point.get(variable.name())));
        return values;
    }

    /** The complex matrices with the given coordinates, which are vec of one variable after the other. */
    Map<String, ZMatrixRMaj> complex(ComplexVector coordinates) {
        double[] real = coordinates.real();
        double[] imaginary = coordinates.imaginary();
        Map<String, ZMatrixRMaj> values = new HashMap<>();
        int at = 0;
        for (BoundVariable variable : variables) {
            ZMatrixRMaj matrix = new ZMatrixRMaj(
                    variable.shape().rowCount(), variable.shape().columnCount());
            for (int j = 0; j < matrix.numCols; j++) {
                for (int i = 0; i < matrix.numRows; i++) {
                    matrix.set(i, j, real[at], imaginary[at]);
                    at++;
                }
            }
            values.put(variable.name(), matrix);
        }
        return values;
    }
}
