/** Where a derivative is wrong: which entries, from as few directional references as it takes. */
@NullMarked
package org.gradcheck.diagnosis.where;

import org.jspecify.annotations.NullMarked;
