package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The first sentence of every assertion's failure, as its reader sees it: those of the examples that fail. */
class HeadlinesTest {

    /** What goes on with an assertion of AssertJ's fails in AssertJ's words. */
    private static final Pattern OF_ASSERTJ = Pattern.compile(
            "(verdict|decisive|evidence|diagnosis|where|conclusion|supplied|reference|relativeError)1Fails");

    @Test
    void everyFailureBeginsWithASentence() throws IOException, ReflectiveOperationException {
        StringBuilder text = new StringBuilder();
        for (Class<?> examples : JavadocExamplesTest.assertions().toList()) {
            text.append(examples.getSimpleName()).append('\n');
            Object instance = examples.getDeclaredConstructor().newInstance();
            for (Method method : failing(examples)) {
                text.append("  ")
                        .append(method.getName())
                        .append(": ")
                        .append(headline(method, instance))
                        .append('\n');
            }
        }

        String expected = Files.readString(Path.of("src/test/resources/org/gradcheck/assertj/headlines.txt"));
        assertThat(text.toString()).isEqualToNormalizingNewlines(expected);
    }

    private static List<Method> failing(Class<?> examples) {
        return Arrays.stream(examples.getDeclaredMethods())
                .filter(method -> method.getName().endsWith("Fails"))
                .filter(method -> !OF_ASSERTJ.matcher(method.getName()).matches())
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    private static String headline(Method method, Object instance) {
        InvocationTargetException thrown =
                catchThrowableOfType(InvocationTargetException.class, () -> method.invoke(instance));
        Stream<String> lines =
                String.valueOf(thrown.getTargetException().getMessage()).strip().lines();
        return lines.findFirst().orElse("").replaceAll("\\d\\.\\de-1\\d", "#");
    }
}
