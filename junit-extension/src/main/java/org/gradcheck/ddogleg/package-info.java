/** Functions and derivatives in the interfaces of DDogleg, for checks and assertions. */
@NullMarked
package org.gradcheck.ddogleg;

import org.jspecify.annotations.NullMarked;
