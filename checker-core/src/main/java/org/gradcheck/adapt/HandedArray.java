package org.gradcheck.adapt;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.gradcheck.function.Fault;
import org.gradcheck.function.FaultException;

/**
 * An array that code is handed for its result. That the code uses it as promised is seen from what it holds before and after.
 *
 * @param length the number of entries
 * @param meaning what they are, as the end of a message that blames a wrong length, such as a question; may be empty
 */
record HandedArray(int length, String meaning) {

    private static final int LISTED = 6;

    /** A buffer that is overwritten, scaled or left out differs by far more, rounding in single precision by far less. */
    private static final double ROUNDING = 1e-3;

    HandedArray(int length) {
        this(length, "");
    }

    /**
     * What code sets. It is handed NaN, so that an entry which it leaves out is seen.
     *
     * @throws FaultException if it leaves entries out, or uses what they held
     */
    double[] filledBy(Consumer<double[]> code) {
        double[] array = new double[length];
        Arrays.fill(array, Double.NaN);
        call(code, array);
        int[] missing =
                IntStream.range(0, length).filter(i -> Double.isNaN(array[i])).toArray();
        if (missing.length > 0) {
            explain(missing, code);
        }
        return array;
    }

    /** Why entries are NaN: with numbers in their place, what was not set keeps its number, and a sum with it is one. */
    private void explain(int[] missing, Consumer<double[]> code) {
        double[] array = numbers(1);
        double[] before = array.clone();
        call(code, array);
        int[] used = Arrays.stream(missing)
                .filter(i -> array[i] != before[i] && !Double.isNaN(array[i]))
                .toArray();
        if (used.length > 0) {
            throw misuse(
                    "makes use of what is in the array that it is handed to fill, as if it added to it: " + text(used));
        }
        int[] unset = Arrays.stream(missing).filter(i -> array[i] == before[i]).toArray();
        if (unset.length > 0) {
            throw misuse("left " + text(unset) + " unset in the array that it is handed to fill" + meaning);
        }
    }

    /**
     * What code adds: to zeros, and once more to other numbers, to see that it adds.
     *
     * @throws FaultException if it does something else to the numbers
     */
    double[] addedBy(Consumer<double[]> code) {
        double[] sum = new double[length];
        call(code, sum);
        if (!Arrays.stream(sum).allMatch(Double::isFinite)) {
            return sum;
        }
        double largest = Arrays.stream(sum).map(Math::abs).max().orElse(0);
        double[] array = numbers(Math.max(1, Math.scalb(1.0, Math.getExponent(largest))));
        double[] before = array.clone();
        call(code, array);
        for (int i = 0; i < length; i++) {
            double allowed = ROUNDING * before[i];
            if (Math.abs(array[i] - before[i] - sum[i]) <= allowed) {
                continue;
            }
            boolean overwritten = Math.abs(array[i] - sum[i]) <= allowed;
            throw misuse((overwritten
                            ? "overwrites the array that it is to add to: "
                            : "does not add to the array that" + " it is to add to: ")
                    + text(new int[] {i}) + " held " + brief(before[i]) + " before the call and " + brief(array[i])
                    + " after it, where " + brief(before[i] + sum[i]) + " is the sum");
        }
        return sum;
    }

    /** Not zero and not all equal, and in binary without a remainder. */
    private double[] numbers(double scale) {
        return IntStream.range(0, length)
                .mapToDouble(i -> scale * (1 + (i % 7) / 8.0))
                .toArray();
    }

    private void call(Consumer<double[]> code, double[] array) {
        try {
            code.accept(array);
        } catch (IndexOutOfBoundsException e) {
            if (meaning.isEmpty()) {
                throw e;
            }
            throw new FaultException(new Fault(
                    Fault.Kind.THREW, "threw " + e.getClass().getSimpleName() + ": " + e.getMessage() + meaning));
        }
    }

    private static FaultException misuse(String text) {
        return new FaultException(new Fault(Fault.Kind.MISUSED_BUFFER, text));
    }

    private String text(int[] entries) {
        String listed = Arrays.stream(entries)
                .limit(LISTED)
                .mapToObj(i -> "[" + i + "]")
                .collect(Collectors.joining(", "));
        String more = entries.length > LISTED ? " and " + (entries.length - LISTED) + " more" : "";
        return (entries.length == 1 ? "entry " : "entries ") + listed + more + " of " + length;
    }

    private static String brief(double x) {
        return String.format(Locale.ROOT, "%.6g", x);
    }
}
