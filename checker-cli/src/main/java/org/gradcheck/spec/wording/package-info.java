/** How messages about specs and their data are put into words. */
@NullMarked
package org.gradcheck.spec.wording;

import org.jspecify.annotations.NullMarked;
