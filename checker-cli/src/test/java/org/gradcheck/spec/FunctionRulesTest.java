package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradcheck.expression.ExpressionParser;
import org.gradcheck.expression.Scope;
import org.gradcheck.expression.function.Derivative;
import org.gradcheck.expression.function.FunctionLibrary;
import org.gradcheck.expression.function.LanguageFunction;
import org.gradcheck.expression.shape.Shape;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the list of functions says of their shapes and derivatives is what they do: each rule is a spec that must be confirmed. */
class FunctionRulesTest {

    private static final Map<String, Integer> SIZES =
            Map.of("m", 4, "n", 3, "p", 2, "q", 5, "axis", 2, "i", 1, "j", 2, "k", 2);

    /** Where a function is defined and smooth, unless that is everywhere: a variable of the spec, or a structure. */
    private static final Map<String, Map<String, String>> POINTS = Map.ofEntries(
            Map.entry("log", Map.of("X", "positive")),
            Map.entry("log2", Map.of("X", "positive")),
            Map.entry("log10", Map.of("X", "positive")),
            Map.entry("acosh", Map.of("X", "[[1.4, 2.5], [3.1, 1.2]]")),
            Map.entry("atanh", Map.of("X", "small")),
            Map.entry("log1p", Map.of("X", "positive")),
            Map.entry("sqrt", Map.of("X", "positive")),
            Map.entry("gamma", Map.of("X", "positive")),
            Map.entry("lgamma", Map.of("X", "positive")),
            Map.entry("digamma", Map.of("X", "positive")),
            Map.entry("trigamma", Map.of("X", "positive")),
            Map.entry("asin", Map.of("X", "small")),
            Map.entry("acos", Map.of("X", "small")),
            Map.entry("where", Map.of("C", "[[1, 0, 1], [0, 1, 0], [0, 0, 1], [1, 1, 0]]")),
            Map.entry("normp", Map.of("p", "positive")),
            Map.entry("det", Map.of("X", "nonsingular")),
            Map.entry("logdet", Map.of("X", "nonsingular")),
            Map.entry("inv", Map.of("X", "nonsingular")),
            Map.entry("adj", Map.of("X", "nonsingular")),
            Map.entry("solve", Map.of("A", "nonsingular")),
            Map.entry("chol", Map.of("A", "spd")),
            Map.entry("lu.L", Map.of("A", "leading")),
            Map.entry("lu.U", Map.of("A", "leading")),
            Map.entry("polar.U", Map.of("A", "fullrank")),
            Map.entry("polar.P", Map.of("A", "fullrank")),
            Map.entry("eigh.values", Map.of("A", "symmetric")),
            Map.entry("eigh.vectors", Map.of("A", "symmetric")),
            Map.entry("eig.values", Map.of("A", "realeig")),
            Map.entry("eig.vectors", Map.of("A", "realeig")),
            Map.entry("eig.left", Map.of("A", "realeig")),
            Map.entry("svd.S", Map.of("A", "sepsv")),
            Map.entry("svd.U", Map.of("A", "sepsv")),
            Map.entry("svd.V", Map.of("A", "sepsv")),
            Map.entry("logm", Map.of("X", "poseig")),
            Map.entry("sqrtm", Map.of("X", "poseig")),
            Map.entry("signm", Map.of("X", "realeig")),
            Map.entry("spdpow", Map.of("A", "spd", "p", "positive")),
            Map.entry("pinv", Map.of("X", "fullrank")),
            Map.entry("nucnorm", Map.of("X", "sepsv")),
            Map.entry("specnorm", Map.of("X", "sepsv")),
            Map.entry("sylv", Map.of("A", "poseig", "B", "poseig")),
            Map.entry("lyap", Map.of("A", "stable")),
            Map.entry("dlyap", Map.of("A", "schur")),
            Map.entry("care", Map.of("Q", "spd", "R", "spd")),
            Map.entry("dare", Map.of("Q", "spd", "R", "spd")),
            Map.entry("logso3", Map.of("R", "rotation")));

    /** Matrices whose rules ask for more columns than rows. */
    private static final Map<String, Map<String, Integer>> OTHER_SIZES =
            Map.of("lq.L", Map.of("m", 3, "n", 4), "lq.Q", Map.of("m", 3, "n", 4));

    private static final List<LanguageFunction> FUNCTIONS =
            FunctionLibrary.standard().functions();

    static Stream<LanguageFunction> functions() {
        return FUNCTIONS.stream();
    }

    static Stream<Arguments> rules() {
        return FUNCTIONS.stream()
                .flatMap(function -> function.rules().stream().map(rule -> Arguments.of(rule.call(), rule, function)));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void shapesAreThoseThatItSays(LanguageFunction function) {
        for (String alternative : function.shapes().split("; ", -1)) {
            String[] sides = alternative.split(" → ", -1);
            List<String> given = List.of(sides[0].split(", ", -1));
            List<String> names = function.parameterNames(given.size());
            Map<String, Shape> variables = new LinkedHashMap<>();
            Map<String, Integer> constants = new LinkedHashMap<>();
            for (int i = 0; i < given.size(); i++) {
                if (given.get(i).contains("×") || given.get(i).equals("scalar")) {
                    variables.put(names.get(i), shape(given.get(i), SIZES));
                } else {
                    constants.put(names.get(i), size(given.get(i), SIZES));
                }
            }

            Shape found = ExpressionParser.parse(call(function, given.size()))
                    .check(Scope.of(variables, constants))
                    .shape();

            assertThat(found.numbers())
                    .as("%s with %s", function.signature(), sides[0])
                    .isEqualTo(shape(sides[1], SIZES).numbers());
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void rulesAreDerivatives(String call, LanguageFunction.Rule rule, LanguageFunction function) {
        assertConfirmed(function, call, rule.expression(), variables(function, call));
    }

    /** The tangents of all arguments that vary enter: no rule is of some of them only. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void rulesAreAlongAllArguments(String call, LanguageFunction.Rule rule, LanguageFunction function) {
        Set<String> tangents = function.varying(names(call).size()).stream()
                .filter(name -> !(function.name().equals("where") && name.equals("C")))
                .map(name -> "d" + name)
                .collect(Collectors.toCollection(LinkedHashSet::new));

        assertThat(ExpressionParser.parse(rule.expression()).freeNames()).containsAll(tangents);
    }

    @ParameterizedTest
    @MethodSource("functions")
    void whatHasNoRuleSaysWhyAndIsConstant(LanguageFunction function) {
        if (!function.rules().isEmpty()) {
            return;
        }
        assertThat(function.derivative()).isInstanceOf(Derivative.Constant.class);
        assertThat(function.description().derivative()).matches("[a-z][a-z ]*: 0.*");
        if (function.accepts(1)
                && function.varying(1).equals(List.of("X"))
                && !function.shapes().endsWith("scalar")) {
            assertConfirmed(function, function.signature(), "0*dX", Map.of("X", "[[0.3, -1.6], [2.4, -0.7]]"));
        }
    }

    @Test
    void aRuleAlongAnotherTangentIsNotConfirmed() {
        LanguageFunction inverse = FunctionLibrary.standard().find("inv").orElseThrow();

        SpecCheckResult result = check("inv(X)", "-inv(X)*dX'*inv(X)", variables(inverse, "inv(X)"), Map.of());

        assertThat(result.report().isRefuted()).isTrue();
    }

    private static void assertConfirmed(
            LanguageFunction function, String call, String rule, Map<String, String> variables) {
        Map<String, Integer> sizes = names(call).stream()
                .filter(name -> !variables.containsKey(name))
                .collect(Collectors.toMap(name -> name, name -> sizes(function).get(name)));
        SpecCheckResult result = check(call, rule, variables, sizes);

        assertThat(result.report().verdict().label())
                .as(() -> call + " along its tangents is " + rule + "\n" + result.report())
                .isEqualTo("confirmed");
    }

    private static SpecCheckResult check(
            String call, String rule, Map<String, String> variables, Map<String, Integer> sizes) {
        String spec = "{\"sizes\": {"
                + sizes.entrySet().stream()
                        .map(size -> "\"" + size.getKey() + "\": " + size.getValue())
                        .collect(Collectors.joining(", "))
                + "}, \"variables\": {"
                + variables.entrySet().stream()
                        .map(variable -> "\"" + variable.getKey() + "\": " + variable.getValue())
                        .collect(Collectors.joining(", "))
                + "}, \"function\": \"" + call + "\", \"jvp\": \"" + rule.replace("\\", "\\\\") + "\"}";
        CompiledSpec compiled = SpecCompiler.compile(SpecReader.parse(Path.of("rule.json"), spec));
        return new SpecRunner(RunSettings.defaults()).check(compiled).get(0);
    }

    private static Map<String, Integer> sizes(LanguageFunction function) {
        Map<String, Integer> sizes = new LinkedHashMap<>(SIZES);
        sizes.putAll(OTHER_SIZES.getOrDefault(function.name(), Map.of()));
        return sizes;
    }

    /** The arguments that vary, as variables of a spec. */
    private static Map<String, String> variables(LanguageFunction function, String call) {
        List<String> names = names(call);
        List<String> varying = function.varying(names.size());
        String[] given = Stream.of(function.shapes().split("; ", -1))
                .map(alternative -> alternative.split(" → ", -1)[0].split(", ", -1))
                .filter(arguments -> arguments.length == names.size())
                .findFirst()
                .orElseThrow();
        Map<String, String> variables = new LinkedHashMap<>();
        for (String name : varying) {
            Shape shape = shape(given[names.indexOf(name)], sizes(function));
            String dimensions = shape.isScalar() ? "" : shape.rowCount() + ", " + shape.columnCount();
            String point = POINTS.getOrDefault(function.name(), Map.of()).getOrDefault(name, "");
            String structure = point.isEmpty() ? "" : ", \"structure\": \"" + point + "\"";
            variables.put(name, point.startsWith("[") ? point : "{\"shape\": [" + dimensions + "]" + structure + "}");
        }
        return variables;
    }

    private static String call(LanguageFunction function, int argumentCount) {
        return Stream.of(function.signature().split(" \\| ", -1))
                .filter(call -> names(call).size() == argumentCount)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> names(String call) {
        return List.of(call.substring(call.indexOf('(') + 1, call.indexOf(')')).split(", ", -1));
    }

    private static Shape shape(String text, Map<String, Integer> sizes) {
        if (text.equals("scalar")) {
            return Shape.SCALAR;
        }
        String[] sides = text.split("×", -1);
        return Shape.of(size(sides[0], sizes), size(sides[1], sizes));
    }

    private static int size(String text, Map<String, Integer> sizes) {
        return ExpressionParser.parse(text)
                .check(Scope.of(Map.of(), sizes))
                .constant()
                .orElseThrow()
                .intValue();
    }
}
