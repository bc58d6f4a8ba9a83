/** How points of the types that tests take are drawn, read and shown. */
@NullMarked
package org.gradcheck.junit.point;

import org.jspecify.annotations.NullMarked;
