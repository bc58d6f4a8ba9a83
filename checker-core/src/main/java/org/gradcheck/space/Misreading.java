package org.gradcheck.space;

import java.util.function.BinaryOperator;

/**
 * A way in which a gradient can be right for other conventions than those of its manifold: for another inner product, for
 * other parameters. Where a supplied gradient is refuted, and would not be if it were read so, the report says it.
 *
 * @param kind a short stable name: "independent", "euclidean"
 * @param text what the supplied gradient then is, and what would be right, as a sentence that goes on from "the supplied
 *     gradient …"
 * @param meant the coordinates (x, g) ↦ ∇f of the gradient that g then stands for
 */
public record Misreading(String kind, String text, BinaryOperator<double[]> meant) {}
