package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecRunnerTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"B", "B'", "(B + B')/2"})
    void onlyThePairingWithSymmetricDirectionsCounts(String gradient) {
        SpecCheckResult check =
                check("'variables': { 'B': { 'shape': [3, 3] }, 'X': { 'shape': [3, 3], 'structure': 'symmetric' } },"
                        + " 'function': 'sum(B .* X)', 'gradient': { 'X': \"" + gradient + "\" }");

        assertThat(check.result().verdict()).isInstanceOf(Verdict.Confirmed.class);
        assertThat(check.report().point()).hasSize(6);
    }

    @Test
    void aGradientThatIsWrongOnSymmetricDirectionsIsRefuted() {
        SpecCheckResult check = check("'variables': { 'X': { 'shape': [3, 3], 'structure': 'spd' } },"
                + " 'function': 'logdet(X)', 'gradient': { 'X': '2*inv(X) - diag(diagv(inv(X)))' }");

        assertThat(check.result().verdict()).isInstanceOf(Verdict.Refuted.class);
        assertThat(check.outcome()).isEqualTo(Outcome.FAILED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"skew", "diagonal", "lower", "upper", "lowerpos", "symmetric"})
    void everyFormKeepsToTheStructure(String structure) {
        SpecResult result = run("'variables': { 'X': { 'shape': [3, 3], 'structure': '" + structure + "' },"
                + " 'A': { 'shape': [2, 3] } }, 'function': 'A*X', 'jvp': 'A*dX', 'vjp': { 'X': \"A'*fbar\" },"
                + " 'jacobian': { 'X': 'kron(eye(3), A)' }");

        assertThat(result.checks())
                .hasSize(3)
                .allSatisfy(check -> assertThat(check.result().verdict()).isNotInstanceOf(Verdict.Refuted.class));
    }

    @Test
    void aFunctionDoesNotPayForIntermediateValuesOfItsDerivative() {
        // log(-1) is NaN: were it part of f, f would have no value.
        SpecCheckResult check = check("'variables': { 'x': 2 }, 'let': { 'bad': 'log(0 - x)', 'g': '2*x' },"
                + " 'function': 'x^2', 'gradient': { 'x': 'g' }");

        assertThat(check.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void analyticFunctionsAreCheckedByComplexStep() {
        assertThat(methodOf("'function': 'exp(x)', 'gradient': { 'x': 'exp(x)' }"))
                .isEqualTo("complex step");
        assertThat(methodOf("'let': { 'y': 'floor(x)' }, 'function': 'exp(x) + y', 'gradient': { 'x': 'exp(x)' }"))
                .isEqualTo("central differences");
    }

    private String methodOf(String claim) {
        return check("'variables': { 'x': 0.7 }, " + claim)
                .result()
                .decisive()
                .map(Evidence::method)
                .orElse("none");
    }

    @Test
    void aJvpMovesTheVariablesWhoseTangentsOccurOrThatAreListed() {
        String variables = "'variables': { 'x': 2, 'y': 3 }, 'function': 'x*y', 'jvp': 'dx*y'";

        assertThat(check(variables).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(check(variables + ", 'wrt': ['x', 'y']").outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void randomVariablesAreCheckedAtThreePointsAndConstantsAtOne() {
        String claim = "'function': 'x^2', 'gradient': { 'x': '2*x' }";

        assertThat(check("'variables': { 'x': { 'shape': [] } }, " + claim).points())
                .isEqualTo(3);
        assertThat(check("'variables': { 'x': { 'shape': [] } }, 'check': { 'points': 5 }, " + claim)
                        .points())
                .isEqualTo(5);
        assertThat(check("'variables': { 'x': 3 }, 'check': { 'points': 5 }, " + claim)
                        .points())
                .isEqualTo(1);
    }

    @Test
    void whatTheUserSaysGoesBeforeTheSpec() {
        RunSettings settings = new RunSettings(
                OptionalLong.of(9),
                OptionalInt.of(2),
                OptionalInt.of(4),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                false,
                1);
        String body = "'variables': { 'x': { 'shape': [] } }, 'function': 'x^2', 'gradient': { 'x': '2*x' }";

        SpecResult plain = run(body, settings);
        SpecResult opinionated = run(body + ", 'check': { 'seed': 5, 'points': 7, 'directions': 1 }", settings);

        assertThat(opinionated.checks().get(0).report())
                .hasToString(plain.checks().get(0).report().toString());
        assertThat(opinionated.checks().get(0).points()).isEqualTo(2);
        assertThat(opinionated.checks().get(0).result().evidence()).hasSize(4);
    }

    @Test
    void theFirstRefutingPointDecides() {
        // Right where x > 0 and wrong elsewhere.
        SpecCheckResult check = check("'variables': { 'x': { 'shape': [], 'structure': 'away' } },"
                + " 'check': { 'points': 40 }, 'function': 'x^2', 'gradient': { 'x': 'where(x > 0, 2*x, x)' }");

        assertThat(check.report().isRefuted()).isTrue();
        assertThat(check.report().point()[0]).isNegative();
        assertThat(check.points()).isEqualTo(check.point()).isLessThan(40);
    }

    @Test
    void theResultDoesNotDependOnThePathByWhichTheSpecIsNamed() throws IOException {
        Path file = write("'variables': { 'x': { 'shape': [3] } }, 'function': \"x'*x\", 'gradient': { 'x': '2*x' }");
        Path detour = folder.resolve(".").resolve(file.getFileName());
        SpecRunner runner = new SpecRunner(RunSettings.defaults());

        assertThat(runner.run(detour).checks().get(0).report())
                .hasToString(runner.run(file).checks().get(0).report().toString());
    }

    private SpecCheckResult check(String body) {
        SpecResult result = run(body);
        assertThat(result.error()).isEmpty();
        return result.checks().get(0);
    }

    private SpecResult run(String body) {
        return run(body, RunSettings.defaults());
    }

    private SpecResult run(String body, RunSettings settings) {
        try {
            return new SpecRunner(settings).run(write(body));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** Single quotes stand for double ones, except inside double ones. */
    private Path write(String body) throws IOException {
        StringBuilder json = new StringBuilder("{ ");
        boolean quoted = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            quoted ^= c == '"';
            json.append(c == '\'' && !quoted ? '"' : c);
        }
        return Files.writeString(folder.resolve("loss.json"), json.append(" }"));
    }
}
