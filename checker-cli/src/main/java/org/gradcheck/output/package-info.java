/** Results told to people and machines: one renderer each for text, JSON, HTML, Markdown and JUnit XML. */
@NullMarked
package org.gradcheck.output;

import org.jspecify.annotations.NullMarked;
