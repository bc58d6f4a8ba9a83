package org.gradcheck.derivative;

/**
 * What a call returns that computes a value together with a derivative: f(x) with ∇f(x), with f′(x)[v] or with f′(x)*[w].
 *
 * @param value f(x)
 * @param derivative what the call says of the derivative
 * @param <Y> the type of the values
 * @param <D> the type of the gradient, pushed tangent, pulled cotangent or Jacobian
 */
public record Valued<Y, D>(Y value, D derivative) {}
