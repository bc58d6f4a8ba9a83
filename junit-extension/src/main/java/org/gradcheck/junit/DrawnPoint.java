package org.gradcheck.junit;

import java.lang.reflect.Parameter;

/**
 * A point of one invocation.
 *
 * @param parameter the parameter that receives it
 * @param text the point in a few characters, for the invocation's name
 * @param value the point
 */
record DrawnPoint(Parameter parameter, String text, Object value) {}
