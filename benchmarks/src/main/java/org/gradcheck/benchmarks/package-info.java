/** What a check costs beyond the evaluations it asks for, measured with JMH. */
@NullMarked
package org.gradcheck.benchmarks;

import org.jspecify.annotations.NullMarked;
