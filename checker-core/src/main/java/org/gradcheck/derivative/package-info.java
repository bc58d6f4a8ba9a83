/** The forms in which a derivative can be supplied, as one sealed family that pairs with a direction. */
@NullMarked
package org.gradcheck.derivative;

import org.jspecify.annotations.NullMarked;
