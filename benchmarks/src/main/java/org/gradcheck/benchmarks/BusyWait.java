package org.gradcheck.benchmarks;

/**
 * Stands for the work of a function that is dear to evaluate.
 *
 * @param microseconds how long one call keeps the processor busy; 0 for not at all
 */
record BusyWait(int microseconds) {

    void spin() {
        if (microseconds == 0) {
            return;
        }
        long end = System.nanoTime() + 1000L * microseconds;
        while (System.nanoTime() - end < 0) {
            Thread.onSpinWait();
        }
    }
}
