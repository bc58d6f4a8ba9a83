/** Functions and derivatives in the interfaces of Apache Commons Math 3, for checks and assertions. */
@NullMarked
package org.gradcheck.commonsmath;

import org.jspecify.annotations.NullMarked;
