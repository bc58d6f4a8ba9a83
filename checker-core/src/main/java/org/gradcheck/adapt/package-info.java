/** Gradients, Jacobians and functions in the shapes that real code has, as the plain functions that a check takes. */
@NullMarked
package org.gradcheck.adapt;

import org.jspecify.annotations.NullMarked;
