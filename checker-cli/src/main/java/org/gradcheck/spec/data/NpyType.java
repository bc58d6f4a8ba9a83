package org.gradcheck.spec.data;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Locale;

/**
 * How an entry of a NumPy array is stored.
 *
 * @param kind what it is
 * @param order of its bytes
 */
record NpyType(Kind kind, ByteOrder order) {

    private static final String EXPECTED =
            "expected real numbers (f2, f4, f8), whole numbers (i1 to i8, u1 to u8) or truth values (b1)";

    /** What an entry is, named as in NumPy: a letter, and the number of bytes. */
    enum Kind {
        F2 {
            @Override
            double next(ByteBuffer bytes) {
                return half(bytes.getShort());
            }
        },
        F4 {
            @Override
            double next(ByteBuffer bytes) {
                return bytes.getFloat();
            }
        },
        F8 {
            @Override
            double next(ByteBuffer bytes) {
                return bytes.getDouble();
            }
        },
        I1 {
            @Override
            double next(ByteBuffer bytes) {
                return bytes.get();
            }
        },
        I2 {
            @Override
            double next(ByteBuffer bytes) {
                return bytes.getShort();
            }
        },
        I4 {
            @Override
            double next(ByteBuffer bytes) {
                return bytes.getInt();
            }
        },
        I8 {
            @Override
            double next(ByteBuffer bytes) {
                return bytes.getLong();
            }
        },
        U1 {
            @Override
            double next(ByteBuffer bytes) {
                return bytes.get() & 0xFF;
            }
        },
        U2 {
            @Override
            double next(ByteBuffer bytes) {
                return bytes.getShort() & 0xFFFF;
            }
        },
        U4 {
            @Override
            double next(ByteBuffer bytes) {
                return Integer.toUnsignedLong(bytes.getInt());
            }
        },
        U8 {
            @Override
            double next(ByteBuffer bytes) {
                long value = bytes.getLong();
                // Halved with the lost bit kept, it rounds as the whole would.
                return value >= 0 ? value : 2.0 * ((value >>> 1) | (value & 1));
            }
        },
        B1 {
            @Override
            double next(ByteBuffer bytes) {
                return bytes.get() == 0 ? 0 : 1;
            }
        };

        /** Takes an entry from the buffer. */
        abstract double next(ByteBuffer bytes);

        String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** How many bytes an entry has. */
    int size() {
        return kind.label().charAt(1) - '0';
    }

    /** From a description such as {@code <f8}: order of bytes, letter and number of bytes. */
    static NpyType of(String description, DataFile file) {
        String label = description.isEmpty() ? "" : description.substring(1);
        char order = description.isEmpty() ? ' ' : description.charAt(0);
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.label().equals(label))
                .map(kind -> new NpyType(kind, order == '>' ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN))
                .filter(type -> order == '<' || order == '>' || (order == '|' && type.size() == 1))
                .findFirst()
                .orElseThrow(() -> file.unreadable(
                        "its entries are " + inWords(label) + " (\"" + description + "\"); " + EXPECTED + hint(label)));
    }

    private static String inWords(String label) {
        return switch (label.isEmpty() ? ' ' : label.charAt(0)) {
            case 'c' -> "complex numbers";
            case 'O' -> "Python objects";
            case 'S', 'U' -> "text";
            case 'M', 'm' -> "dates or times";
            case 'V' -> "records";
            default -> "of a type that is not known here";
        };
    }

    private static String hint(String label) {
        return switch (label.isEmpty() ? ' ' : label.charAt(0)) {
            case 'c' -> ". In NumPy, x.real and x.imag are such arrays";
            case 'f', 'O' -> ". In NumPy, x.astype(float) is such an array";
            default -> "";
        };
    }

    private static double half(short bits) {
        double sign = bits < 0 ? -1 : 1;
        int exponent = (bits >> 10) & 0x1F;
        int fraction = bits & 0x3FF;
        return switch (exponent) {
            case 0 -> sign * Math.scalb((double) fraction, -24);
            case 0x1F -> fraction == 0 ? sign * Double.POSITIVE_INFINITY : Double.NaN;
            default -> sign * Math.scalb((double) (0x400 | fraction), exponent - 25);
        };
    }
}
