package org.gradcheck.function;

/** The user's code changed an argument. Caught where the call was made; users never see it. */
final class ArgumentChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    ArgumentChangedException(Fault fault) {
        super(fault.detail());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
