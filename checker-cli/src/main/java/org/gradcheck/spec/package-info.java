/** Specs: functions and derivatives described in JSON, read with located errors, compiled to checks and run. */
@NullMarked
package org.gradcheck.spec;

import org.jspecify.annotations.NullMarked;
