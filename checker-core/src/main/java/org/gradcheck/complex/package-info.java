/** Complex numbers and arrays to write the analytic continuation of a real program with, its complex twin. */
@NullMarked
package org.gradcheck.complex;

import org.jspecify.annotations.NullMarked;
