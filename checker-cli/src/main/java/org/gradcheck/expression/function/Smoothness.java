package org.gradcheck.expression.function;

/** How a function behaves as an analytic function of its arguments; from best to worst. */
public enum Smoothness {
    /** Analytic wherever it is defined: its complex evaluation has the right derivative. */
    ANALYTIC,

    /** Analytic on pieces that the real parts select; there is no derivative where pieces meet. */
    PIECEWISE,

    /** Without a useful continuation: only its real values may be used. */
    NOT_ANALYTIC;

    public Smoothness worseOf(Smoothness other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
