/** The points that are checked where the user leaves the choice: spread over magnitudes and signs, decided by a seed. */
@NullMarked
package org.gradcheck.point;

import org.jspecify.annotations.NullMarked;
