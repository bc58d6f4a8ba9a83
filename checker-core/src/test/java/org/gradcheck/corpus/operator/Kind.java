package org.gradcheck.corpus.operator;

import java.util.Locale;

/** What an operator is about, and so what goes wrong with it. */
enum Kind {
    /** JVPs, VJPs and gradients of functions of vectors and matrices. */
    MATRIX,
    /** Linear maps and their adjoints. */
    ADJOINT,
    /** Derivatives that are not linear in their tangent. */
    NONLINEAR,
    /** Hessians, Hessian-vector products and bilinear maps. */
    SECOND_ORDER,
    /** Matrices with a structure, in the three conventions. */
    STRUCTURED,
    /** Inner products other than the Euclidean one. */
    WEIGHTED,
    /** Points of several parts. */
    TUPLE,
    /** Complex vectors as pairs of real ones. */
    COMPLEX,
    /** Gradients, pullbacks and Hessians on curved sets. */
    MANIFOLD,
    /** Eigenvalues, eigenvectors, singular values, matrix functions. */
    SPECTRAL,
    /** Solutions of equations, and of differential equations step by step. */
    IMPLICIT,
    /** At special points, of unusual size, and wrong in little. */
    SPECIAL;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
