/**
 * Derivatives that are made of stages by the chain rule: each stage checked at the point it really receives, what they are
 * composed to, and which of the two is wrong. {@link DerivativeChain} and {@link DerivativeGraph} are the entries.
 */
@NullMarked
package org.gradcheck.chain;

import org.jspecify.annotations.NullMarked;
