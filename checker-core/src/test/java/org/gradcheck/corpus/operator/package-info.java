/** Derivative operators, right ones and wrong siblings that somebody could have written: what detection is measured on. */
@NullMarked
package org.gradcheck.corpus.operator;

import org.jspecify.annotations.NullMarked;
