/** Sizes and shapes, with the names that a user gave them. */
@NullMarked
package org.gradcheck.expression.shape;

import org.jspecify.annotations.NullMarked;
