/** What a check found, as values: verdicts, the evidence behind them, reports and their text. */
@NullMarked
package org.gradcheck.report;

import org.jspecify.annotations.NullMarked;
