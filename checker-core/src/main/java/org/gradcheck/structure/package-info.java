/** What is known of a matrix beyond its shape: how its points are drawn, and the set in which it moves. */
@NullMarked
package org.gradcheck.structure;

import org.jspecify.annotations.NullMarked;
