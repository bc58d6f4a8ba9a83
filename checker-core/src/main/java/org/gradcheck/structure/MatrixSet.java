package org.gradcheck.structure;

import org.ejml.data.DMatrixRMaj;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Spaces;

/** The sets of matrices in which a structure keeps a variable when it moves. */
public enum MatrixSet {
    /** All matrices. */
    FULL {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Spaces.matrix(rows, columns);
        }
    },
    /** A′ = A. */
    SYMMETRIC {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Spaces.symmetric(rows);
        }
    },
    /** A′ = −A. */
    SKEW {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Spaces.skew(rows);
        }
    },
    /** Zero off the diagonal. */
    DIAGONAL {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Spaces.diagonal(rows);
        }
    },
    /** Zero above the diagonal. */
    LOWER {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Spaces.lowerTriangular(rows);
        }
    },
    /** Zero below the diagonal. */
    UPPER {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Spaces.upperTriangular(rows);
        }
    },
    /** Equal along each diagonal. */
    TOEPLITZ {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Spaces.toeplitz(rows, columns);
        }
    },
    /** Symmetric, and equal along each diagonal. */
    SYMTOEPLITZ {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Spaces.symmetricToeplitz(rows);
        }
    },
    /** Each column the one before it shifted down cyclically. */
    CIRCULANT {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Spaces.circulant(rows);
        }
    },
    /** Symmetric with a constant diagonal: straight lines in the symmetric matrices. */
    CORRELATION {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Affine.fixedDiagonal(rows);
        }
    },
    /** X′X = I. */
    ORTHOGONAL {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Manifolds.orthogonal(rows);
        }
    },
    /** X′X = I and det X = 1. */
    ROTATION {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Manifolds.rotations(rows);
        }
    },
    /** X′X = I, X with no more columns than rows. */
    STIEFEL {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Manifolds.stiefel(rows, columns);
        }
    },
    /** x′x = 1. */
    UNIT {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Manifolds.stiefel(rows, 1);
        }
    },
    /** Columns whose sum does not change. */
    SIMPLEX {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Affine.fixedColumnSums(rows, columns);
        }
    },
    /** Matrices whose row sums do not change. */
    STOCHASTIC {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Affine.fixedRowSums(rows, columns);
        }
    },
    /** Data, which do not move; where they are perturbed all the same, in all directions. */
    DATA {
        @Override
        public Manifold<DMatrixRMaj> of(int rows, int columns) {
            return Spaces.matrix(rows, columns);
        }
    };

    /** The set in the matrices of a shape that fits. */
    public abstract Manifold<DMatrixRMaj> of(int rows, int columns);
}
