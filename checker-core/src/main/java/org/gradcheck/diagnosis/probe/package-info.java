/** What is known of a derivative that has been refuted, and what can still be measured of it. */
@NullMarked
package org.gradcheck.diagnosis.probe;

import org.jspecify.annotations.NullMarked;
