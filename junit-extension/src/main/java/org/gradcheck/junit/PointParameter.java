package org.gradcheck.junit;

import java.lang.reflect.Parameter;
import java.util.List;
import org.gradcheck.junit.PointType.Shape;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** A parameter annotated with {@link Point}, found to be in order. */
record PointParameter(
        Parameter parameter, int index, PointType type, int rows, int columns, PointDistribution distribution) {

    /**
     * Checks the annotation against the parameter.
     *
     * @param index the index of the parameter
     * @param before the points among the parameters before it
     * @throws ExtensionConfigurationException naming the parameter and the attribute that is wrong
     */
    static PointParameter of(Parameter parameter, int index, Point point, List<PointParameter> before) {
        Problem problem = new Problem("@Point on parameter " + parameter.getName() + " of type "
                + parameter.getType().getSimpleName());
        PointType type = PointType.of(parameter.getType())
                .orElseThrow(() -> problem.because("is not supported; supported are " + PointType.supported()));
        problem.ofSizes(type, point);
        problem.ofDistribution(point);
        PointDistribution distribution = PointDistribution.of(
                point,
                before.size(),
                before.stream().mapToLong(PointParameter::count).sum());
        return switch (type.shape()) {
            case NONE -> new PointParameter(parameter, index, type, 1, 1, distribution);
            case DIMENSION -> new PointParameter(parameter, index, type, point.dimension(), 1, distribution);
            case ROWS_AND_COLUMNS ->
                new PointParameter(parameter, index, type, point.rows(), point.columns(), distribution);
        };
    }

    /** The point of a seed, as a fresh object. */
    DrawnPoint draw(long seed) {
        double[] entries = distribution.draw(seed, count());
        String name = parameter.isNamePresent() ? parameter.getName() : "point " + (index + 1);
        return new DrawnPoint(
                parameter,
                name,
                PointText.of(type, rows, columns, entries),
                distribution.magnitude(seed),
                type.value(entries, rows, columns));
    }

    private int count() {
        return Math.multiplyExact(rows, columns);
    }

    /** What can be wrong with an annotation. */
    private record Problem(String subject) {

        void ofSizes(PointType type, Point point) {
            boolean vector = type.shape() == Shape.DIMENSION;
            boolean matrix = type.shape() == Shape.ROWS_AND_COLUMNS;
            String instead = vector ? ": give `dimension`" : matrix ? ": give `rows` and `columns`" : "";
            requireAbsent(vector, "dimension", point.dimension(), instead);
            requireAbsent(matrix, "rows", point.rows(), instead);
            requireAbsent(matrix, "columns", point.columns(), instead);
            requirePositive(vector, "dimension", point.dimension());
            requirePositive(matrix, "rows", point.rows());
            requirePositive(matrix, "columns", point.columns());
        }

        void ofDistribution(Point point) {
            if (point.distribution() == Distribution.UNIFORM) {
                requireDefault("mean", point.mean(), 0, "distributions NORMAL and SPREAD");
                requireDefault("sd", point.sd(), 1, "distributions NORMAL, POSITIVE and SPREAD");
                if (!(point.low() < point.high()) || !Double.isFinite(point.high() - point.low())) {
                    throw because("requires `low` to be less than `high` and both finite, got " + point.low() + " and "
                            + point.high());
                }
            } else {
                if (point.distribution() == Distribution.POSITIVE) {
                    requireDefault("mean", point.mean(), 0, "distributions NORMAL and SPREAD");
                }
                requireDefault("low", point.low(), -1, "distribution UNIFORM");
                requireDefault("high", point.high(), 1, "distribution UNIFORM");
                if (!(point.sd() > 0) || !Double.isFinite(point.sd())) {
                    throw because("requires `sd` to be positive and finite, got " + point.sd());
                }
                if (!Double.isFinite(point.mean())) {
                    throw because("requires `mean` to be finite, got " + point.mean());
                }
            }
        }

        private void requireAbsent(boolean used, String attribute, int size, String instead) {
            if (!used && size != 0) {
                throw because("takes no `" + attribute + "`" + instead);
            }
        }

        private void requirePositive(boolean used, String attribute, int size) {
            if (used && size == 0) {
                throw because("requires `" + attribute + "`");
            }
            if (used && size < 0) {
                throw because("requires `" + attribute + "` to be at least 1, got " + size);
            }
        }

        private void requireDefault(String attribute, double value, double defaultValue, String meaningful) {
            if (value != defaultValue) {
                throw because("sets `" + attribute + "`, which has a meaning only for the " + meaningful);
            }
        }

        ExtensionConfigurationException because(String text) {
            return new ExtensionConfigurationException(subject + " " + text);
        }
    }
}
