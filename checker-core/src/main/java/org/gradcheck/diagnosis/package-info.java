/** Why a derivative is wrong: hypotheses tested on the evidence. */
@NullMarked
package org.gradcheck.diagnosis;

import org.jspecify.annotations.NullMarked;
