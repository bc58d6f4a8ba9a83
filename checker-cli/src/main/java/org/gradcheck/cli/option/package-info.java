/** Options and parameters of commands, declared in code. */
@NullMarked
package org.gradcheck.cli.option;

import org.jspecify.annotations.NullMarked;
