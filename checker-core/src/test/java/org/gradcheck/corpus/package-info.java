/** Functions with right and planted wrong derivatives: what the verdicts are measured on. */
@NullMarked
package org.gradcheck.corpus;

import org.jspecify.annotations.NullMarked;
