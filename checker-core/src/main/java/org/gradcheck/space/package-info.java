/** Inner-product spaces and manifolds: elements of the user's types in, coordinates out. */
@NullMarked
package org.gradcheck.space;

import org.jspecify.annotations.NullMarked;
