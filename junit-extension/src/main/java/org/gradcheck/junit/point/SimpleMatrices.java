package org.gradcheck.junit.point;

import org.ejml.simple.SimpleMatrix;

/** EJML's matrices with operators, in a class of their own because users need not have them. */
final class SimpleMatrices {

    static final LeafType<SimpleMatrix> TYPE = LeafType.ofMatrices(
            SimpleMatrix.class, SimpleMatrix::wrap, matrix -> matrix.copy().getDDRM());

    private SimpleMatrices() {}
}
