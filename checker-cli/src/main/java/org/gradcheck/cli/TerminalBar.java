package org.gradcheck.cli;

import java.io.PrintWriter;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarConsumer;
import me.tongfei.progressbar.ProgressBarStyle;
import me.tongfei.progressbar.ProgressState;

/**
 * A bar on the last line of a terminal, with what is done, how long it took and the rest may take, and how fast it goes. The library draws
 * it, and what it draws is put on the terminal here: to ask for the terminal, it would start other programs.
 */
final class TerminalBar implements Progress.Display {

    private static final int BETWEEN_MILLIS = 250;

    private final Line line;
    private final ProgressBar bar;

    private TerminalBar(Line line, ProgressBar bar) {
        this.line = line;
        this.bar = bar;
    }

    /** Draws the bar, and again from time to time, in a daemon thread. */
    static TerminalBar open(PrintWriter terminal, int done, int total, Duration before) {
        Line line = new Line(terminal);
        ProgressBar bar = new ProgressBarBuilder()
                .setTaskName("checking")
                .setUnit(" specs", 1)
                .setStyle(ProgressBarStyle.ASCII)
                .showSpeed(new DecimalFormat("0.0", DecimalFormatSymbols.getInstance(Locale.ROOT)))
                .setUpdateIntervalMillis(BETWEEN_MILLIS)
                .continuousUpdate()
                .setInitialMax(total)
                .startsFrom(done, before)
                .setEtaFunction(TerminalBar::left)
                .setConsumer(line)
                .build();
        bar.refresh();
        return new TerminalBar(line, bar);
    }

    /** As if it went on as it did from the beginning of the run; the library would take only the time of the bar. */
    private static Optional<Duration> left(ProgressState state) {
        long done = state.getCurrent();
        return done == 0
                ? Optional.empty()
                : Optional.of(Duration.ofMillis(
                        Math.round((double) state.getTotalElapsed().toMillis() * (state.getMax() - done) / done)));
    }

    @Override
    public void show(int done) {
        bar.stepTo(done); // drawn in its turn: a thousand specs a second need no thousand bars
    }

    @Override
    public void close() {
        line.close();
        // The end of a bar waits for its last drawing, and forgets that its thread was interrupted.
        Thread end = new Thread(bar::close, "gradcheck bar");
        end.setDaemon(true);
        end.start();
    }

    /** The line of the terminal. */
    private static final class Line implements ProgressBarConsumer {

        /** What fits into 80 columns, the last of which is left free. */
        private static final int LENGTH = 79;

        /** {@code ESC [K} erases to the end of the line. */
        private static final String ERASED = "\r\u001b[K";

        /** A terminal that is narrower cuts the bar, which would else go on in the next line. */
        private static final String CUT = "\u001b[?7l";

        private static final String WRAPPED = "\u001b[?7h";

        private final PrintWriter terminal;
        private boolean closed;

        private Line(PrintWriter terminal) {
            this.terminal = terminal;
        }

        @Override
        public int getMaxRenderedLength() {
            return LENGTH;
        }

        @Override
        public synchronized void accept(String text) {
            if (!closed) { // what comes behind the end is the results
                terminal.print(ERASED + CUT + text + WRAPPED);
                terminal.flush();
            }
        }

        @Override
        public synchronized void close() {
            if (!closed) {
                closed = true;
                terminal.print(ERASED);
                terminal.flush();
            }
        }
    }
}
