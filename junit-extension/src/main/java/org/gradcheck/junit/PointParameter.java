package org.gradcheck.junit;

import java.lang.reflect.Parameter;
import org.gradcheck.junit.PointType.Shape;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** A parameter annotated with {@link Point}, found to be in order. */
record PointParameter(
        Parameter parameter, int index, PointType type, int rows, int columns, PointDistribution distribution) {

    /**
     * Checks the annotation against the parameter.
     *
     * @throws ExtensionConfigurationException naming the parameter and the attribute that is wrong
     */
    static PointParameter of(Parameter parameter, int index, Point point) {
        Problem problem = new Problem("@Point on parameter " + parameter.getName() + " of type "
                + parameter.getType().getSimpleName());
        PointType type = PointType.of(parameter.getType())
                .orElseThrow(() -> problem.because("is not supported; supported are " + PointType.supported()));
        problem.ofSizes(type, point);
        problem.ofDistribution(point);
        return switch (type.shape()) {
            case NONE -> new PointParameter(parameter, index, type, 1, 1, PointDistribution.of(point));
            case DIMENSION ->
                new PointParameter(parameter, index, type, point.dimension(), 1, PointDistribution.of(point));
            case ROWS_AND_COLUMNS ->
                new PointParameter(parameter, index, type, point.rows(), point.columns(), PointDistribution.of(point));
        };
    }

    /** The point of a seed, as a fresh object. */
    DrawnPoint draw(long seed) {
        double[] entries = distribution.draw(seed, index, Math.multiplyExact(rows, columns));
        String name = parameter.isNamePresent() ? parameter.getName() : "point " + (index + 1);
        return new DrawnPoint(
                parameter,
                name + " = " + PointText.of(type, rows, columns, entries),
                type.value(entries, rows, columns));
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
                requireDefault("sd", point.sd(), 1, "distributions NORMAL and SPREAD");
                if (!(point.low() < point.high()) || !Double.isFinite(point.high() - point.low())) {
                    throw because("requires `low` to be less than `high` and both finite, got " + point.low() + " and "
                            + point.high());
                }
            } else {
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
