/** What is checked of a derivative, and how the evidence becomes a verdict. {@link DerivativeCheck} is the entry. */
@NullMarked
package org.gradcheck.check;

import org.jspecify.annotations.NullMarked;
