/** The function as the user gives it, real and optionally complex, and the guard that stands around it. */
@NullMarked
package org.gradcheck.function;

import org.jspecify.annotations.NullMarked;
