package org.gradcheck.benchmarks;

/** What f, and each of its derivatives, does at the start of a call: it counts the call and keeps the processor busy. */
final class UserCode {

    private final BusyWait wait;
    private int calls;

    UserCode(BusyWait wait) {
        this.wait = wait;
    }

    void enter() {
        calls++;
        wait.spin();
    }

    int calls() {
        return calls;
    }
}
