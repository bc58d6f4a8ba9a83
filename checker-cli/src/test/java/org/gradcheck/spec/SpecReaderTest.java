package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.Form;
import org.gradcheck.function.Precision;
import org.gradcheck.point.Distribution;
import org.gradcheck.structure.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SpecReaderTest {

    @Test
    void literalsAreScalarsColumnsAndRowsAsWritten() {
        Spec spec = parse("{ 'variables': { 's': 2, 'v': [1, 2], 'M': [[1, 2, 3], [4, 5, 6]], 'r': [[1, 2]] },"
                + " 'function': 's', 'gradient': { 's': '1' } }");

        assertThat(values(spec, 0).getNumElements()).isEqualTo(1);
        assertThat(values(spec, 1).numRows).isEqualTo(2);
        assertThat(values(spec, 1).numCols).isEqualTo(1);
        assertThat(values(spec, 2).get(1, 0)).isEqualTo(4);
        assertThat(values(spec, 2).numCols).isEqualTo(3);
        assertThat(values(spec, 3).numRows).isEqualTo(1);
    }

    @Test
    void longArraysKeepTheirValues() {
        StringBuilder numbers = new StringBuilder("0");
        for (int i = 1; i < 1000; i++) {
            numbers.append(", ").append(i);
        }
        Spec spec = parse("{ 'variables': { 'v': [" + numbers
                + "] }, 'function': 'sum(v)', 'gradient': { 'v': 'ones(1000,1)' } }");

        assertThat(values(spec, 0).getData()).hasSize(1000).startsWith(0, 1, 2).endsWith(998, 999);
    }

    @Test
    void shapesMayNameSizes() {
        Spec spec = parse("{ 'sizes': { 'n': 4 }, 'variables': { 'A': { 'shape': ['n', 3], 'structure': 'positive' },"
                + " 'x': { 'shape': [], 'distribution': { 'uniform': [1, 2] } } },"
                + " 'function': 'x', 'gradient': { 'x': '1' } }");

        Variable.Random a = (Variable.Random) spec.variables().get(0).origin();
        Variable.Random x = (Variable.Random) spec.variables().get(1).origin();
        assertThat(a.shape()).hasToString("n×3 (4×3)");
        assertThat(spec.variables().get(0).geometry().structure()).contains(Structure.POSITIVE);
        assertThat(x.shape().isScalar()).isTrue();
        assertThat(x.distribution()).isEqualTo(new Distribution.Uniform(1, 2));
    }

    @Test
    void oneExpectationServesAllOrEachFormHasItsOwn() {
        assertThat(parse(twoForms("'refuted'")).claims())
                .extracting(Claim::form, Claim::expected)
                .containsExactly(
                        tuple(Form.GRADIENT, Expectation.REFUTED),
                        tuple(Form.GRADIENT, Expectation.REFUTED),
                        tuple(Form.JVP, Expectation.REFUTED));
        assertThat(parse(twoForms("{ 'gradient': 'refuted' }")).claims())
                .extracting(Claim::expected)
                .containsExactly(Expectation.REFUTED, Expectation.REFUTED, Expectation.CONFIRMED);
        assertThat(parse(twoForms("{ 'gradient': { 'y': 'inconclusive' } }")).claims())
                .extracting(Claim::expected)
                .containsExactly(Expectation.CONFIRMED, Expectation.INCONCLUSIVE, Expectation.CONFIRMED);
    }

    private static String twoForms(String expect) {
        return "{ 'variables': { 'x': 1, 'y': 2 }, 'function': 'x*y', 'gradient': { 'x': 'y', 'y': 'x' },"
                + " 'jvp': 'dx*y', 'expect': " + expect + " }";
    }

    @Test
    void settingsAreReadAsWritten() {
        Spec spec =
                parse("{ 'variables': { 'x': 1 }, 'function': 'x', 'gradient': { 'x': '1' }, 'check': { 'points': 4,"
                        + " 'directions': 5, 'seed': -6, 'budget': 700, 'accuracy': 1e-8, 'precision': 'single',"
                        + " 'strict': true } }");

        assertThat(spec.options())
                .isEqualTo(new CheckOptions(
                        OptionalInt.of(4),
                        OptionalInt.of(5),
                        OptionalLong.of(-6),
                        OptionalInt.of(700),
                        OptionalDouble.of(1e-8),
                        Optional.of(Precision.SINGLE),
                        true));
    }

    @Test
    void aPrecisionIsANameOrANumber() {
        assertThat(precision("'double'")).contains(Precision.DOUBLE);
        assertThat(precision("'half'")).contains(Precision.HALF);
        assertThat(precision("1e-6")).contains(Precision.relative(1e-6));
    }

    private static Optional<Precision> precision(String written) {
        return parse("{ 'variables': { 'x': 1 }, 'function': 'x', 'jvp': 'dx', 'check': { 'precision': " + written
                        + " } }")
                .options()
                .precision();
    }

    @Test
    void theFileNameStandsInForATitle() {
        assertThat(parse("{ 'variables': { 'x': 1 }, 'function': 'x', 'gradient': { 'x': '1' } }")
                        .title())
                .isEqualTo("loss.json");
    }

    @Test
    void aByteOrderMarkIsNoContent(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(
                folder.resolve("marked.json"),
                "\uFEFF{ \"variables\": { \"x\": 1 }, \"function\": \"x\", \"gradient\": { \"x\": \"1\" } }");

        assertThat(SpecReader.read(file).claims()).hasSize(1);
    }

    @Test
    void columnsThatAreNotNamedAreNotParsed(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("data.csv"), "name,\"a, first\",b\n\"x, y\",1,2e1\n\nz,3,\" 4 \"\n");

        assertThat(loaded(folder, "'columns': ['a, first']").getData()).containsExactly(1, 3);
        assertThat(loaded(folder, "'columns': ['b', 'a, first']").getData()).containsExactly(20, 1, 4, 3);
        assertThat(loaded(folder, "'description': 'all numeric columns'").getData())
                .containsExactly(1, 20, 3, 4);
    }

    private static DMatrixRMaj loaded(Path folder, String more) {
        Spec spec = parse(
                folder.resolve("loss.json"),
                "{ 'variables': { 'X': { 'csv': 'data.csv', " + more + " } }, 'function': 'sum(X)',"
                        + " 'gradient': { 'X': 'X' } }");
        List<BoundVariable> bound = VariableBinder.bind(spec, Limits.defaults());
        return ((BoundVariable.Source.Fixed) bound.get(0).source()).value();
    }

    private static DMatrixRMaj values(Spec spec, int variable) {
        return ((Variable.Literal) spec.variables().get(variable).origin()).values();
    }

    private static Spec parse(String text) {
        return parse(Path.of("loss.json"), text);
    }

    private static Spec parse(Path path, String text) {
        return SpecReader.parse(path, text.replace('\'', '"'));
    }
}
