package org.gradcheck.junit;

import java.lang.reflect.Parameter;
import org.gradcheck.junit.point.ChosenPoint;

/**
 * What a parameter of an invocation receives.
 *
 * @param parameter the parameter
 * @param name its name
 * @param chosen the point
 */
record TestPoint(Parameter parameter, String name, ChosenPoint<?> chosen) {

    /** "w = [0.296, -2.25, 0.618] (ordinary)". */
    String title() {
        return name + " = " + chosen.text()
                + chosen.magnitude().map(m -> " (" + m.label() + ")").orElse("");
    }

    boolean isPoint() {
        return chosen.set().isPresent();
    }
}
