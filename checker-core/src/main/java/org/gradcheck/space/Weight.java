package org.gradcheck.space;

/** A symmetric positive definite W on coordinates. */
interface Weight {

    /** Wu. */
    double[] times(double[] u);

    /** W⁻¹u. */
    double[] solve(double[] u);

    /** The size of the terms of uᵀWv. */
    double termSize(double[] u, double[] v);

    /** ⟨u, v⟩ in words. */
    String metric();
}
