/** Where the points of a variable come from, and the directions in which its structure lets it move. */
@NullMarked
package org.gradcheck.spec.structure;

import org.jspecify.annotations.NullMarked;
