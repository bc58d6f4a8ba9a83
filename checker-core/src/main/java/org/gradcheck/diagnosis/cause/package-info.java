/** Why a derivative is wrong: mistakes that people make, each with what the derivative would be without it. */
@NullMarked
package org.gradcheck.diagnosis.cause;

import org.jspecify.annotations.NullMarked;
