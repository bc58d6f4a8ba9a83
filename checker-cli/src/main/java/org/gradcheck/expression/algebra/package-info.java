/** Factorisations, functions of matrices and matrix equations, each written once for every arithmetic. */
@NullMarked
package org.gradcheck.expression.algebra;

import org.jspecify.annotations.NullMarked;
