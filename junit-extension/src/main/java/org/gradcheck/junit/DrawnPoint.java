package org.gradcheck.junit;

import java.lang.reflect.Parameter;
import java.util.Optional;
import org.gradcheck.point.Magnitude;

/**
 * A point of one invocation.
 *
 * @param parameter the parameter that receives it
 * @param name the name of the parameter
 * @param text the point in a few characters, for the invocation's name
 * @param magnitude how large it is; empty where the annotation decides that
 * @param value the point
 */
record DrawnPoint(Parameter parameter, String name, String text, Optional<Magnitude> magnitude, Object value) {

    /** "w = [0.296, -2.25, 0.618] (ordinary)". */
    String title() {
        return name + " = " + text + magnitude.map(m -> " (" + m.label() + ")").orElse("");
    }
}
