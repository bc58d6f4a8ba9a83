package org.gradcheck.junit;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.gradcheck.function.Precision;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What values settings may have. Messages begin with who requires what: "@CheckSettings requires `points` to be". */
final class SettingValues {

    private SettingValues() {}

    static int atLeast(int least, int value, String requirement) {
        if (value < least) {
            throw new ExtensionConfigurationException(requirement + " at least " + least + ", got " + value);
        }
        return value;
    }

    static double fraction(double value, String requirement) {
        if (!(value > 0 && value < 1)) {
            throw new ExtensionConfigurationException(requirement + " relative, between 0 and 1, got " + value);
        }
        return value;
    }

    static Duration milliseconds(long value, String requirement) {
        if (value < 1) {
            throw new ExtensionConfigurationException(requirement + " a positive number of milliseconds, got " + value);
        }
        return Duration.ofMillis(value);
    }

    static Precision precision(String requirement, String text) {
        return switch (text) {
            case "double" -> Precision.DOUBLE;
            case "single" -> Precision.SINGLE;
            case "half" -> Precision.HALF;
            default -> relative(requirement, text);
        };
    }

    private static Precision relative(String requirement, String text) {
        try {
            return Precision.relative(Double.parseDouble(text));
        } catch (IllegalArgumentException e) {
            throw new ExtensionConfigurationException(
                    requirement
                            + " double, single, half or a relative rounding error between 1.1e-16 and 1, got \""
                            + text + "\"",
                    e);
        }
    }

    static long whole(String requirement, String text) {
        try {
            return Long.parseLong(text.strip());
        } catch (NumberFormatException e) {
            throw new ExtensionConfigurationException(requirement + " a whole number, got \"" + text + "\"", e);
        }
    }

    static int count(String requirement, String text) {
        long value = whole(requirement, text);
        if (value < 1 || value > Integer.MAX_VALUE) {
            throw new ExtensionConfigurationException(requirement + " at least 1, got " + value);
        }
        return (int) value;
    }

    static double number(String requirement, String text) {
        try {
            return Double.parseDouble(text.strip());
        } catch (NumberFormatException e) {
            throw new ExtensionConfigurationException(requirement + " a number, got \"" + text + "\"", e);
        }
    }

    static boolean truth(String requirement, String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new ExtensionConfigurationException(requirement + " true or false, got \"" + text + "\"");
        };
    }

    static <E extends Enum<E>> E choice(Class<E> type, String requirement, String text) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> label(constant).equals(text.strip().toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new ExtensionConfigurationException(requirement + " "
                        + Arrays.stream(type.getEnumConstants())
                                .map(SettingValues::label)
                                .collect(Collectors.joining(", "))
                        + ", got \"" + text + "\""));
    }

    /** "unless-confirmed". */
    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
