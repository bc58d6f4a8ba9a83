package org.gradcheck.space;

/** A point, direction or value has the right shape and does not lie where it was declared to: a matrix that is not symmetric. */
public final class OffManifoldException extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    private final double size;

    private OffManifoldException(String message, double size) {
        super(message);
        this.size = size;
    }

    /** Refuses a point that misses the manifold by more than rounding. */
    public static void requirePoint(Manifold<?> manifold, double[] x) {
        require("the point is not among ", manifold, manifold.violation(x));
    }

    /** Refuses a direction that misses the tangent space by more than rounding. */
    public static void requireTangent(Manifold<?> manifold, double[] x, double[] v) {
        require("the direction is not tangent to ", manifold, manifold.tangentViolation(x, v));
    }

    private static void require(String what, Manifold<?> manifold, Violation violation) {
        if (!violation.isRounding()) {
            throw new OffManifoldException(what + manifold.description() + ": " + violation.text(), violation.size());
        }
    }

    /** By how much it misses, relative to its size. */
    public double size() {
        return size;
    }
}
