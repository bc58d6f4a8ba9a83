package org.gradcheck.function;

/**
 * The user's code did what no such code should do. Thrown by what stands between it and the guard, and caught by the guard,
 * where the fault becomes a verdict.
 */
public final class FaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    /** For adapters of the user's code. */
    public FaultException(Fault fault) {
        super(fault.detail());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
