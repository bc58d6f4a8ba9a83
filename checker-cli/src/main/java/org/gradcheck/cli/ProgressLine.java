package org.gradcheck.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/** A bar on the last line of a terminal, with what is done, how fast, and how long the rest may take. */
final class ProgressLine implements Progress.Display {

    private static final int CELLS = 20;
    private static final Duration BETWEEN = Duration.ofMillis(250);

    /** {@code ESC [K} erases to the end of the line. */
    private static final String ERASED = "\r\u001b[K";

    private final PrintWriter terminal;
    private final int total;
    private final long start;
    private final Thread drawing = new Thread(this::drawAgain, "gradcheck bar");
    private int done;
    private boolean closed;

    private ProgressLine(PrintWriter terminal, int done, int total, Duration before) {
        this.terminal = terminal;
        this.done = done;
        this.total = total;
        this.start = System.nanoTime() - before.toNanos();
    }

    /** Draws the line, and again from time to time. */
    static ProgressLine open(PrintWriter terminal, int done, int total, Duration before) {
        ProgressLine line = new ProgressLine(terminal, done, total, before);
        line.draw();
        line.drawing.setDaemon(true);
        line.drawing.start();
        return line;
    }

    private void drawAgain() {
        try {
            while (draw()) {
                Thread.sleep(BETWEEN.toMillis());
            }
        } catch (InterruptedException e) {
            return; // closed
        }
    }

    private synchronized boolean draw() {
        if (!closed) { // what comes behind the end is the results
            terminal.print(ERASED + text(done, total, Duration.ofNanos(System.nanoTime() - start)));
            terminal.flush();
        }
        return !closed;
    }

    /** "checking [#####...............] 162/648 specs, 81.0 a second, 0:06 left". */
    static String text(long done, long total, Duration elapsed) {
        int filled = (int) (CELLS * done / Math.max(1, total));
        double rate = done / (elapsed.toMillis() / 1000.0);
        String rest = done == 0
                ? ""
                : String.format(
                        Locale.ROOT, ", %.1f a second, %s left", rate, clock((long) Math.ceil((total - done) / rate)));
        return "checking [" + "#".repeat(filled) + ".".repeat(CELLS - filled) + "] " + done + "/" + total + " specs"
                + rest;
    }

    private static String clock(long seconds) {
        return seconds < 3600
                ? String.format(Locale.ROOT, "%d:%02d", seconds / 60, seconds % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", seconds / 3600, seconds / 60 % 60, seconds % 60);
    }

    @Override
    public synchronized void show(int nowDone) {
        done = nowDone; // drawn in its turn: a thousand specs a second need no thousand lines
    }

    @Override
    public synchronized void close() {
        closed = true;
        drawing.interrupt();
        terminal.print(ERASED);
        terminal.flush();
    }
}
