/** The command line: thin commands that parse options, let others work, and turn outcomes into exit codes. */
@NullMarked
package org.gradcheck.cli;

import org.jspecify.annotations.NullMarked;
