package com.example.huber;

import org.gradcheck.junit.Differentiable;
import org.gradcheck.junit.DifferentiableFunction;
import org.gradcheck.junit.DifferentiableTests;

class ListedTest implements DifferentiableTests {

    @Differentiable
    DifferentiableFunction huber() {
        return DifferentiableFunction.univariate(Huber::value).derivative(Huber::derivativeWithoutTail);
    }
}
