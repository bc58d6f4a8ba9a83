/** Pictures of evidence, as strings: the log–log plot of remainders in SVG and in characters, and reports as pages. */
@NullMarked
package org.gradcheck.picture;

import org.jspecify.annotations.NullMarked;
