package org.gradcheck.spec;

import org.ejml.data.DMatrixRMaj;
import org.gradcheck.point.Choice;

/**
 * The value of a variable at a point.
 *
 * @param variable the variable
 * @param choice which point, and in which rank the variable was drawn
 * @param value to be read only
 */
record DrawnValue(BoundVariable variable, Choice choice, DMatrixRMaj value) {}
