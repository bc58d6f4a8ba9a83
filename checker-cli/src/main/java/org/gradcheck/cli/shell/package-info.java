/** What shells and man read about the command line, made from its model. */
@NullMarked
package org.gradcheck.cli.shell;

import org.jspecify.annotations.NullMarked;
