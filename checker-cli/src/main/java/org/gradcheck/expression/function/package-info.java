/** The functions of the language: what each is called, accepts and computes. */
@NullMarked
package org.gradcheck.expression.function;

import org.jspecify.annotations.NullMarked;
