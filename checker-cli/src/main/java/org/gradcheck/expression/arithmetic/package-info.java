/** What an expression needs of matrices, once over the reals and once over the complex numbers. */
@NullMarked
package org.gradcheck.expression.arithmetic;

import org.jspecify.annotations.NullMarked;
