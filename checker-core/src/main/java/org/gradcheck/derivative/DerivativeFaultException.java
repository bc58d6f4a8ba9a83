package org.gradcheck.derivative;

import org.gradcheck.function.Fault;

/** The user's derivative misbehaved. Caught by the checks, where it becomes a verdict; users never see it. */
public final class DerivativeFaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    DerivativeFaultException(Fault fault) {
        super(fault.detail());
        this.fault = fault;
    }

    /** What the derivative did. */
    public Fault fault() {
        return fault;
    }
}
