package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every assertion's Javadoc shows one example that passes and one that fails, and they do. */
class JavadocExamplesTest {

    private static final Path MAIN = Path.of("src/main/java/org/gradcheck/assertj");
    private static final Path TEST = Path.of("src/test/java/org/gradcheck/assertj");

    private static final Pattern METHOD = Pattern.compile(
            "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*public ([^;{=]*?)(\\w+)\\(", Pattern.DOTALL);
    private static final Pattern EXAMPLE =
            Pattern.compile("<pre><code class='java'>(.*?)</code></pre>", Pattern.DOTALL);
    private static final Pattern FAILING = Pattern.compile("// assertions? will fail");

    /** What changes how a check is made is no assertion. */
    private static final Pattern SETTING = Pattern.compile("with[A-Z]\\w*|named|strictly|inContext");

    static Stream<Class<?>> assertions() {
        return Stream.of(
                AbstractFunctionAssertExamples.class,
                WrongFormAssertExamples.class,
                FunctionAssertExamples.class,
                UnivariateFunctionAssertExamples.class,
                CheckReportAssertExamples.class,
                EvidenceAssertExamples.class,
                ChainReportAssertExamples.class);
    }

    /** An example as it is shown: the part that passes and the part that fails. */
    private record Example(String name, Optional<String> passes, Optional<String> fails) {}

    @ParameterizedTest
    @MethodSource("assertions")
    void examplesAreShownAndCompiled(Class<?> examples) throws IOException {
        String name = examples.getSimpleName();
        Map<String, String> bodies = bodies(Files.readString(TEST.resolve(name + ".java")));
        List<Example> shown =
                shown(Files.readString(MAIN.resolve(name.substring(0, name.length() - "Examples".length()) + ".java")));

        assertThat(shown).isNotEmpty().allSatisfy(example -> {
            assertThat(example.passes()).as(example.name()).isEqualTo(body(bodies, example.name() + "Passes"));
            assertThat(example.fails()).as(example.name()).isEqualTo(body(bodies, example.name() + "Fails"));
        });
        assertThat(bodies).hasSize(2 * shown.size());
    }

    private static Optional<String> body(Map<String, String> bodies, String name) {
        assertThat(bodies).containsKey(name);
        return Optional.ofNullable(bodies.get(name));
    }

    @ParameterizedTest
    @MethodSource("assertions")
    void examplesDoAsTheySay(Class<?> examples) throws ReflectiveOperationException {
        Object instance = examples.getDeclaredConstructor().newInstance();
        for (Method method : examples.getDeclaredMethods()) {
            if (method.getName().endsWith("Passes")) {
                assertThatCode(() -> call(method, instance))
                        .as(method.getName())
                        .doesNotThrowAnyException();
            } else if (method.getName().endsWith("Fails")) {
                assertThatExceptionOfType(AssertionError.class)
                        .as(method.getName())
                        .isThrownBy(() -> call(method, instance));
            }
        }
    }

    private static void call(Method method, Object instance) throws Throwable {
        try {
            method.invoke(instance);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    /** The examples of all assertions in a source, the n-th of a name called so with its number. */
    private static List<Example> shown(String source) {
        Map<String, Integer> count = new HashMap<>();
        List<Example> shown = new ArrayList<>();
        Matcher matcher = METHOD.matcher(source);
        while (matcher.find()) {
            String returned = matcher.group(2);
            String name = matcher.group(3);
            if (!returned.isBlank()
                    && !returned.contains("class ")
                    && !SETTING.matcher(name).matches()) {
                int number = count.merge(name, 1, Integer::sum);
                shown.add(example(name + number, matcher.group(1)));
            }
        }
        return shown;
    }

    private static Example example(String name, String javadoc) {
        Matcher matcher = EXAMPLE.matcher(javadoc);
        if (!matcher.find()) {
            return new Example(name, Optional.empty(), Optional.empty());
        }
        String code = matcher.group(1)
                .replaceAll("(?m)^ *\\* ?", "")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
        Matcher failing = FAILING.matcher(code);
        boolean fails = failing.find();
        return new Example(
                name,
                Optional.of(squeezed(fails ? code.substring(0, failing.start()) : code)),
                fails ? Optional.of(squeezed(code.substring(failing.start()))) : Optional.empty());
    }

    private static Map<String, String> bodies(String source) {
        Map<String, String> bodies = new HashMap<>();
        Matcher matcher = Pattern.compile("void (\\w+)\\(\\) \\{\n(.*?)\n    }\n", Pattern.DOTALL)
                .matcher(source);
        while (matcher.find()) {
            bodies.put(matcher.group(1), squeezed(matcher.group(2)));
        }
        return bodies;
    }

    /** Lines may be broken elsewhere. */
    private static String squeezed(String code) {
        return code.replaceAll("\\s+", "");
    }
}
