package org.gradcheck.junit;

import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * The arguments that JUnit's own sources give, as {@code @MethodSource} and {@code @CsvFileSource}: one row an invocation.
 *
 * @param rows all of one length, at least one
 */
record ArgumentRows(List<List<Object>> rows) {

    private static final String PARAMS = "org.junit.jupiter.params.provider.ArgumentsSource";

    /** What others resolve. */
    private static final Set<Class<?>> NOT_FED =
            Set.of(GradientChecker.class, org.gradcheck.check.CheckSettings.class, TestInfo.class, TestReporter.class);

    /** The rows of a test's sources, if it has any. */
    static Optional<ArgumentRows> of(ExtensionContext context) {
        // junit-jupiter-params is the user's choice.
        return ReflectionSupport.tryToLoadClass(PARAMS)
                .toOptional()
                .flatMap(present -> new ArgumentProviders(context).rows())
                .map(rows -> of(rows, context.getRequiredTestMethod().getName()));
    }

    private static ArgumentRows of(List<List<Object>> rows, String test) {
        if (rows.isEmpty()) {
            throw new ExtensionConfigurationException("the sources of arguments of " + test + " have no rows");
        }
        if (rows.stream().anyMatch(row -> row.size() != rows.get(0).size())) {
            throw new ExtensionConfigurationException(
                    "the sources of arguments of " + test + " have rows of different lengths");
        }
        return new ArgumentRows(rows);
    }

    /** Whether a parameter takes the arguments of a place. */
    boolean feeds(Parameter parameter, int place) {
        return place < rows.get(0).size() && !NOT_FED.contains(parameter.getType());
    }

    List<Object> column(int place) {
        return rows.stream().map(row -> row.get(place)).toList();
    }
}
