/** The matrix expression language: text, tree, shape check and evaluation over real or complex matrices. */
@NullMarked
package org.gradcheck.expression;

import org.jspecify.annotations.NullMarked;
