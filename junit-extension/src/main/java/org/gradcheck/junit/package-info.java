/** Derivative tests for JUnit: points and seeds are generated, and a failure says how to replay it. */
@NullMarked
package org.gradcheck.junit;

import org.jspecify.annotations.NullMarked;
