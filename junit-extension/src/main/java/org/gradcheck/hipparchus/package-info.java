/** Functions and derivatives in the interfaces of Hipparchus, for checks and assertions. */
@NullMarked
package org.gradcheck.hipparchus;

import org.jspecify.annotations.NullMarked;
