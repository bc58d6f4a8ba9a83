package org.gradcheck.expression.function;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.data.ZMatrixRMaj;
import org.gradcheck.expression.CheckedExpression;
import org.gradcheck.expression.Environment;
import org.gradcheck.expression.ExpressionParser;
import org.gradcheck.expression.Scope;
import org.gradcheck.expression.arithmetic.ComplexArithmetic;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionLibraryTest {

    private static final FunctionLibrary LIBRARY = FunctionLibrary.standard();

    static Stream<LanguageFunction> functions() {
        return LIBRARY.functions().stream();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionHasAnExampleThatRunsOverBothArithmetics(LanguageFunction function) {
        CheckedExpression example = ExpressionParser.parse(function.example()).check(Scope.empty());

        DMatrixRMaj real = example.evaluate(RealArithmetic.INSTANCE, Environment.of(Map.of()));
        ZMatrixRMaj complex = example.evaluate(ComplexArithmetic.INSTANCE, Environment.of(Map.of()));

        assertThat(function.example()).contains(head(function) + "(").endsWith(field(function));
        assertThat(real.numRows).isEqualTo(example.shape().rowCount());
        assertThat(real.numCols).isEqualTo(example.shape().columnCount());
        assertThat(ComplexArithmetic.INSTANCE.realPart(complex).data).containsExactly(real.data);
        for (double entry : real.data) {
            assertThat(entry).isFinite();
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionIsDescribed(LanguageFunction function) {
        assertThat(function.signature()).startsWith(head(function) + "(").endsWith(")" + field(function));
        assertThat(function.summary()).isNotBlank().doesNotEndWith(".");
        assertThat(LIBRARY.find(function.name())).contains(function);
        assertThat(function.aliases())
                .allSatisfy(alias ->
                        assertThat(LIBRARY.find(alias, argumentCount(function))).contains(function));
    }

    private static int argumentCount(LanguageFunction function) {
        return IntStream.rangeClosed(1, 4).filter(function::accepts).findFirst().orElseThrow();
    }

    private static String head(LanguageFunction function) {
        return function.name().replaceFirst("\\..*", "");
    }

    /** The field that selects this output, with its dot; empty for a function of one output. */
    private static String field(LanguageFunction function) {
        return function.name().substring(head(function).length());
    }

    @Test
    void functionsAreListedInAlphabeticalOrder() {
        assertThat(LIBRARY.functions())
                .extracting(LanguageFunction::name)
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
                .contains("exp", "sum", "solve", "kron", "unvec", "eye");
    }

    @Test
    void theSignatureTellsTheNumberOfArguments() {
        LanguageFunction sum = LIBRARY.find("sum").orElseThrow();

        assertThat(Stream.of(0, 1, 2, 3).filter(sum::accepts)).containsExactly(1, 2);
        assertThat(sum.parameterNames(2)).containsExactly("X", "axis");
        assertThatThrownBy(() -> sum.parameterNames(3)).hasMessage("sum takes no 3 arguments");
    }

    @ParameterizedTest
    @CsvSource({
        "logsumxp, logsumexp",
        "trce, trace",
        "EXP, exp",
        "tnah, tanh",
        "sofmtax, softmax",
        "sigmiod, sigmoid",
        "sdv, svd",
        "polr, polar"
    })
    void aMisspeltNameIsRecognised(String misspelt, String meant) {
        assertThat(LIBRARY.nearest(misspelt)).contains(meant);
    }

    @Test
    void aNameLikeNoOtherIsNotGuessed() {
        assertThat(LIBRARY.nearest("frobnicate")).isEmpty();
        assertThat(LIBRARY.nearest("q")).isEmpty();
    }

    @Test
    void functionsOfSeveralOutputsAreFoundByTheirFields() {
        LanguageFunction trace = LIBRARY.find("tr").orElseThrow();
        LanguageFunction first = output("pair(X).A", trace);
        LanguageFunction second = output("pair(X).B", trace);
        FunctionLibrary library = FunctionLibrary.of(List.of(first, second));
        Scope scope = new Scope(Map.of(), Map.of(), library);

        assertThat(library.fields("pair")).containsExactly("A", "B");
        assertThat(ExpressionParser.parse("pair([1, 2; 3, 4]).B")
                        .check(scope)
                        .evaluate(RealArithmetic.INSTANCE, Environment.of(Map.of()))
                        .data)
                .containsExactly(5);
        assertThatThrownBy(() -> ExpressionParser.parse("pair(1)").check(scope)).hasMessage("pair has several outputs");
        assertThatThrownBy(() -> ExpressionParser.parse("pair(1).C").check(scope))
                .hasMessage("pair has no output C");
    }

    private static LanguageFunction output(String signature, LanguageFunction like) {
        return LanguageFunction.analytic(
                signature, "one of two", "0", like.shapes(), like.derivative(), like.shapeRule(), like.kernel());
    }

    @Test
    void twoFunctionsOfOneNameAreRejected() {
        LanguageFunction exp = LIBRARY.find("exp").orElseThrow();

        assertThatThrownBy(() -> FunctionLibrary.of(List.of(exp, exp))).hasMessage("two functions are named exp");
    }

    @Test
    void theNumberOfArgumentsTellsFunctionsOfOneNameApart() {
        assertThat(LIBRARY.find("max", 1)).map(LanguageFunction::name).contains("max");
        assertThat(LIBRARY.find("max", 2)).map(LanguageFunction::name).contains("pmax");
        assertThat(LIBRARY.find("max", 3)).isEmpty();
        assertThat(LIBRARY.usage("max")).isEqualTo("max(X) or pmax(A, B)");
    }

    @ParameterizedTest
    @CsvSource({"kitten, sitting, 3", "ab, ba, 1", "same, SAME, 0", "'', abc, 3", "abc, '', 3"})
    void theDistanceOfWords(String first, String second, int distance) {
        assertThat(Spelling.distance(first, second)).isEqualTo(distance);
    }
}
