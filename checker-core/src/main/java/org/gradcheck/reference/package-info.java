/**
 * The derivative of f along a line without the user's help: complex step, and extrapolated central differences. Every
 * number comes with a bound on its own error.
 */
@NullMarked
package org.gradcheck.reference;

import org.jspecify.annotations.NullMarked;
