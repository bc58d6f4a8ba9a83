/** JSON as a tree that remembers where everything stands. */
@NullMarked
package org.gradcheck.spec.json;

import org.jspecify.annotations.NullMarked;
