/** Values of variables that stand in files beside a spec: what is declared of them, and how each format is read. */
@NullMarked
package org.gradcheck.spec.data;

import org.jspecify.annotations.NullMarked;
