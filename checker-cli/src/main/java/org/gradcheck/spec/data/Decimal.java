package org.gradcheck.spec.data;

import java.math.BigInteger;

/**
 * Decimal numbers to doubles, correctly rounded, by the method of Eisel and Lemire (Number parsing at a gigabyte per second,
 * Software: Practice and Experience 51, 2021). It decides nearly all numbers of up to 19 digits with two products of
 * integers, and leaves the others to {@link Double#parseDouble}, which is several times slower.
 */
final class Decimal {

    private static final int MOST_DIGITS = 19;
    private static final int LARGEST_POWER = 64;
    private static final int EXPONENT_LIMIT = 10_000;

    /** The leading 128 bits of 10^q, for q from -64, high half and low half. */
    private static final long[] POWERS = powers();

    private Decimal() {}

    /** The number that a text is, or NaN. */
    static double parse(String text) {
        return parse(text.toCharArray(), 0, text.length());
    }

    /**
     * The number that characters are, or NaN. Java alone would also take hexadecimal digits, "NaN", spaces and a trailing
     * "d"; and infinity for what is too large.
     *
     * @param from the first character
     * @param to behind the last character
     */
    static double parse(char[] text, int from, int to) {
        int at = from;
        boolean negative = at < to && text[at] == '-';
        if (at < to && (negative || text[at] == '+')) {
            at++;
        }
        long digits = 0;
        int significant = 0;
        int read = 0;
        int exponent = 0;
        boolean inFraction = false;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (text[at] == '.' && !inFraction) {
                inFraction = true;
            } else if (digit >= 0 && digit <= 9) {
                read++;
                significant += significant > 0 || digit > 0 ? 1 : 0;
                digits = 10 * digits + digit;
                exponent -= inFraction ? 1 : 0;
            } else {
                break;
            }
        }
        if (read == 0) {
            return Double.NaN;
        }
        if (at < to) {
            int written = exponent(text, at, to);
            if (written == Integer.MIN_VALUE) {
                return Double.NaN;
            }
            exponent += written;
        }
        double size = significant <= MOST_DIGITS ? rounded(digits, exponent) : Double.NaN;
        if (Double.isNaN(size)) {
            double value = Double.parseDouble(new String(text, from, to - from));
            return Double.isInfinite(value) ? Double.NaN : value;
        }
        return negative ? -size : size;
    }

    /** What stands behind the digits, from "e" on; the smallest integer where that is no exponent. */
    private static int exponent(char[] text, int from, int to) {
        if (text[from] != 'e' && text[from] != 'E') {
            return Integer.MIN_VALUE;
        }
        int at = from + 1;
        boolean negative = at < to && text[at] == '-';
        if (at < to && (negative || text[at] == '+')) {
            at++;
        }
        if (at == to) {
            return Integer.MIN_VALUE;
        }
        int exponent = 0;
        for (; at < to; at++) {
            int digit = text[at] - '0';
            if (digit < 0 || digit > 9) {
                return Integer.MIN_VALUE;
            }
            exponent = Math.min(EXPONENT_LIMIT, 10 * exponent + digit);
        }
        return negative ? -exponent : exponent;
    }

    /** The double nearest to digits·10^exponent, the digits unsigned; NaN where this method does not decide. */
    private static double rounded(long digits, int exponent) {
        if (digits == 0) {
            return 0;
        }
        if (Math.abs(exponent) > LARGEST_POWER) {
            return Double.NaN;
        }
        int shift = Long.numberOfLeadingZeros(digits);
        long factor = digits << shift;
        long power = POWERS[2 * (exponent + LARGEST_POWER)];
        long high = unsignedHigh(factor, power);
        long low = factor * power;
        if ((high & 0x1FF) == 0x1FF && Long.compareUnsigned(low + factor, factor) < 0) {
            long rest = POWERS[2 * (exponent + LARGEST_POWER) + 1];
            long carried = low + unsignedHigh(factor, rest);
            if (Long.compareUnsigned(carried, low) < 0) {
                high++;
            }
            if ((high & 0x1FF) == 0x1FF && carried == -1 && Long.compareUnsigned(factor * rest + factor, factor) < 0) {
                return Double.NaN;
            }
            low = carried;
        }
        int top = (int) (high >>> 63);
        long mantissa = high >>> (top + 9);
        if (low == 0 && (high & 0x1FF) == 0 && (mantissa & 3) == 1) {
            return Double.NaN; // perhaps half way between two doubles
        }
        mantissa = (mantissa + (mantissa & 1)) >>> 1;
        // 217706/65536 is log2(10), near enough for these powers.
        int biased = ((217706 * exponent) >> 16) + 1023 + 64 - shift - (top ^ 1);
        return Double.longBitsToDouble(
                ((biased - 1L) << 52) + mantissa); // the mantissa's first bit raises the exponent
    }

    private static long unsignedHigh(long a, long b) {
        return Math.multiplyHigh(a, b) + ((a >> 63) & b) + ((b >> 63) & a);
    }

    private static long[] powers() {
        long[] powers = new long[2 * (2 * LARGEST_POWER + 1)];
        for (int q = -LARGEST_POWER; q <= LARGEST_POWER; q++) {
            BigInteger five = BigInteger.valueOf(5).pow(Math.abs(q));
            BigInteger leading = q < 0
                    ? BigInteger.ONE
                            .shiftLeft(five.bitLength() + 127)
                            .divide(five)
                            .add(BigInteger.ONE)
                    : five.shiftLeft(128).shiftRight(five.bitLength());
            int at = 2 * (q + LARGEST_POWER);
            powers[at] = leading.shiftRight(64).longValue();
            powers[at + 1] = leading.longValue();
        }
        return powers;
    }
}
