/** Results as JSON, written so that whatever reports tell of them can be told again from what is read. */
@NullMarked
package org.gradcheck.output.json;

import org.jspecify.annotations.NullMarked;
