/** AssertJ assertions on derivatives and on check reports, for any test framework. */
@NullMarked
package org.gradcheck.assertj;

import org.jspecify.annotations.NullMarked;
