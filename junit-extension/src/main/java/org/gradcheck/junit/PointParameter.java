package org.gradcheck.junit;

import java.lang.reflect.Parameter;
import java.util.function.Supplier;
import org.gradcheck.junit.point.Draw;
import org.gradcheck.junit.point.PointProblemException;
import org.gradcheck.junit.point.PointSource;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A parameter that receives points.
 *
 * @param parameter the parameter
 * @param name its name, or its number where names are not compiled in
 * @param source where the points come from
 */
record PointParameter(Parameter parameter, String name, PointSource source) {

    /**
     * The parameter, if all is in order.
     *
     * @param index the index of the parameter
     * @throws ExtensionConfigurationException naming the parameter and what is wrong
     */
    static PointParameter of(Parameter parameter, int index, String giver, Supplier<PointSource> source) {
        String name = parameter.isNamePresent() ? parameter.getName() : "point " + (index + 1);
        try {
            return new PointParameter(parameter, name, source.get());
        } catch (PointProblemException e) {
            throw new ExtensionConfigurationException(
                    e.of(giver + " on parameter " + parameter.getName() + " of type "
                            + parameter.getType().getSimpleName()),
                    e);
        }
    }

    TestPoint at(Draw draw) {
        return new TestPoint(parameter, name, source.at(draw));
    }

    boolean isDrawn() {
        return source.size().isEmpty();
    }
}
