package com.example.loss;

import org.gradcheck.junit.At;
import org.gradcheck.junit.Differentiable;
import org.gradcheck.junit.DifferentiableFunction;
import org.gradcheck.junit.DifferentiableTests;

class ActivationsTest implements DifferentiableTests {

    @Differentiable
    DifferentiableFunction softplus() {
        return DifferentiableFunction.univariate(t -> Math.log1p(Math.exp(t))).derivative(t -> 1 / (1 + Math.exp(-t)));
    }

    @Differentiable(except = @At(0))
    DifferentiableFunction relu() {
        return DifferentiableFunction.univariate(t -> Math.max(t, 0)).derivative(t -> t > 0 ? 1.0 : 0.0);
    }
}
