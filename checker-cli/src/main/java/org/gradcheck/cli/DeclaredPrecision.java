package org.gradcheck.cli;

import org.gradcheck.function.Precision;

/**
 * A precision as the user wrote it.
 *
 * @param text the words of the user, for the replay
 * @param value what they mean
 */
record DeclaredPrecision(String text, Precision value) {}
