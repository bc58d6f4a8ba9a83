package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradcheck.function.Precision;
import org.gradcheck.point.Magnitude;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.InconclusiveReason;
import org.gradcheck.report.RefutationReason;
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
        assertThat(check.report().point()).hasSize(9);
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'gradient': { 'X': \"A*b\" }, 'function': \"a'*X*b\"",
                "'vjp': { 'X': \"fbar*a\" }, 'function': \"a'*X*b\"",
                "'hvp': { 'X': \"dX'\" }, 'function': 'sum(X.^2)'",
                "'jvp': \"dX'\", 'function': 'X'",
                "'jacobian': { 'X': 'A' }, 'function': \"a'*X*b\""
            })
    void whereARefutationIsExpectedAWrongShapeIsOne(String claim) {
        SpecCheckResult check =
                check("'variables': { 'X': { 'shape': [2, 3] }, 'a': { 'shape': [2] }, 'b': { 'shape': [3] },"
                        + " 'A': { 'shape': [3, 3] } }, 'expect': 'refuted', " + claim);

        assertThat(check.result().verdict())
                .isInstanceOfSatisfying(
                        Verdict.Refuted.class, v -> assertThat(v.reason()).isEqualTo(RefutationReason.WRONG_SHAPE));
        assertThat(check.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void functionsOfOnesOwnAreKnownInFunctionAndDerivative() {
        SpecCheckResult check = check("'variables': { 'w': { 'shape': [3] }, 'X': { 'shape': [4, 3] } },"
                + " 'define': { 'sigma(z)': '1 ./ (1 + exp(-z))', 'nll(t)': '-log(sigma(t))' },"
                + " 'let': { 's': 'sigma(X*w)' }, 'function': 'sum(nll(X*w))', 'gradient': { 'w': \"-X'*(1 - s)\" }");

        assertThat(check.outcome()).isEqualTo(Outcome.PASSED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'let': { 'y': \"A'*fbar\", 'z': '2*y' }, 'vjp': { 'x': 'z/2' }",
                "'let': { 'y': 'A*dx', 'B': '2*A' }, 'jvp': 'y + 0*B*x'",
                "'let': { 'y': \"A'*fbar\", 'v': 'A*dx' }, 'jvp': 'v', 'vjp': { 'x': 'y' }"
            })
    void intermediateValuesOfTangentsAndCotangentsAreKnownToDerivativesThatHaveThem(String claim) {
        SpecResult result =
                run("'variables': { 'A': { 'shape': [3, 2] }, 'x': { 'shape': [2] } }, 'function': 'A*x', " + claim);

        assertThat(result.error()).isEmpty();
        assertThat(result.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aClaimInSeveralVariablesIsRefutedWhenOneOfThemIs() {
        String claim = "'variables': { 'x': { 'shape': [3] }, 'y': { 'shape': [3] } }, 'function': 'dot(x, y)',"
                + " 'gradient': { 'x': 'y', 'y': '-x' }, ";

        assertThat(run(claim + "'expect': 'refuted'").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(run(claim + "'expect': { 'gradient': 'refuted' }").outcome()).isEqualTo(Outcome.PASSED);
        assertThat(run(claim + "'expect': { 'gradient': { 'y': 'refuted' } }").outcome())
                .isEqualTo(Outcome.PASSED);
        assertThat(run(claim + "'expect': { 'gradient': { 'x': 'refuted', 'y': 'refuted' } }")
                        .outcome())
                .isEqualTo(Outcome.FAILED);
        assertThat(run(claim.replace("-x", "x") + "'expect': 'refuted'").outcome())
                .isEqualTo(Outcome.FAILED);
    }

    @Test
    void aSpecCanExpectWhatIsFoundOut() {
        String claim = "'variables': { 'x': { 'shape': [5] }, 'A': { 'shape': [2, 3] } },"
                + " 'function': 'sum(exp(x)) + sum(A.^2)', 'gradient': { 'x': 'exp(x)', 'A': '[2, 2, 1; 2, 2, 2] .* A' },"
                + " 'expect': { 'gradient': { 'A': { 'verdict': 'refuted', 'diagnosis': 'factor', 'where': ['A(1,3)'] } } }";

        assertThat(run(claim).outcome()).isEqualTo(Outcome.PASSED);
        assertThat(run(claim.replace("A(1,3)", "A(1, 3)")).outcome()).isEqualTo(Outcome.PASSED);
        SpecCheckResult otherKind =
                run(claim.replace("'factor'", "'sign'")).checks().get(1);
        assertThat(otherKind.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(otherKind.missing()).contains("the diagnosis sign was expected, found factor");
        SpecCheckResult otherPlace =
                run(claim.replace("'A(1,3)'", "'column 3 of A'")).checks().get(1);
        assertThat(otherPlace.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(otherPlace.missing()).contains("wrong in column 3 of A was expected, found A(1, 3)");
    }

    @Test
    void whereOnlyARefutationIsExpectedNothingElseIsLookedInto() {
        String claim = "'variables': { 'x': { 'shape': [5] } }, 'function': 'sum(exp(x))',"
                + " 'gradient': { 'x': '2*exp(x)' }, 'expect': 'refuted'";

        assertThat(check(claim).result().explanation().hypotheses()).isEmpty();
        assertThat(run(claim, RunSettings.defaults().withExplain(true))
                        .checks()
                        .get(0)
                        .result()
                        .explanation()
                        .hypotheses())
                .isNotEmpty();
    }

    @Test
    void givenValuesMayDeclareTheirShape() {
        SpecCheckResult check = check("'sizes': { 'n': 2 }, 'variables': { 'x': { 'shape': ['n'], 'value': [1, 2] } },"
                + " 'function': 'dot(x, x)', 'gradient': { 'x': '2*x' }");

        assertThat(check.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aConstantOfUnknownSizeTakesThatOfTheDerivative() {
        SpecCheckResult check =
                check("'variables': { 'x': { 'shape': [3] } }, 'function': 'sum(x)', 'gradient': { 'x': 'vector(1)' }");

        assertThat(check.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aFunctionDoesNotPayForIntermediateValuesOfItsDerivative() {
        // log(-1) is NaN: were it part of f, f would have no value.
        SpecCheckResult check = check("'variables': { 'x': 2 }, 'let': { 'bad': 'log(0 - x)', 'g': '2*x' },"
                + " 'function': 'x^2', 'gradient': { 'x': 'g' }");

        assertThat(check.outcome()).isEqualTo(Outcome.PASSED);
    }

    @Test
    void aPushforwardThatIsNotLinearIsRefutedThoughItAgreesWithTheFunction() {
        SpecCheckResult check =
                check("'variables': { 'x': 2 }, 'function': 'x^2', 'jvp': 'where(abs(dx) > 1000, 0, 2*x*dx)'");

        assertThat(check.result().name()).isEqualTo("linearity of jvp");
        assertThat(check.result().verdict().text())
                .startsWith("is not linear: homogeneity fails, jvp(2^20 a) = 0 but 2^20 jvp(a) = ");
        assertThat(check.outcome()).isEqualTo(Outcome.FAILED);
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

        assertThat(pointsOf("'variables': { 'x': { 'shape': [] } }, " + claim)).isEqualTo(3);
        assertThat(pointsOf("'variables': { 'x': { 'shape': [] } }, 'check': { 'points': 5 }, " + claim))
                .isEqualTo(5);
        assertThat(pointsOf("'variables': { 'x': 3 }, 'check': { 'points': 5 }, " + claim))
                .isEqualTo(1);
    }

    private int pointsOf(String body) {
        return check(body).point().of();
    }

    @Test
    void theVariableInQuestionIsOrdinaryLargeAndSmallInTurn() {
        String body =
                "'variables': { 'a': { 'shape': [4] }, 'x': { 'shape': [4] } }, 'function': \"a'*x\", 'gradient':";

        // A derivative that is wrong where an entry is large, or all are small, names the point.
        assertThat(check(body + "{ 'x': 'where(max(abs(x)) > 5, x, a)' }").point())
                .satisfies(point -> assertThat(point.number()).isEqualTo(2))
                .satisfies(point -> assertThat(point.magnitudes()).containsValue(Magnitude.LARGE));
        assertThat(check(body + "{ 'x': 'where(max(abs(x)) < 0.3, x, a)' }").point())
                .satisfies(point -> assertThat(point.number()).isEqualTo(3))
                .satisfies(point -> assertThat(point.magnitudes()).containsValue(Magnitude.SMALL));
        assertThat(check(body + "{ 'a': 'where(max(abs(a)) > 5, a, x)' }").point())
                .satisfies(point -> assertThat(point.number()).isEqualTo(2))
                .satisfies(point -> assertThat(point.values()).containsOnlyKeys("a", "x"))
                .satisfies(point -> assertThat(point.perturbed()).containsExactly("a"));
    }

    @Test
    void aDeclaredDistributionIsKeptAndHasNoMagnitude() {
        SpecCheckResult check = check("'variables': { 'x': { 'shape': [50], 'distribution': { 'uniform': [2, 3] } } },"
                + " 'function': 'sum(x.^2)', 'gradient': { 'x': 'where(x < 2, x, where(x > 3, x, 2*x))' }");

        assertThat(check.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(check.point().magnitudes()).isEmpty();
    }

    @Test
    void aPointWithoutAValueIsRedrawnAndTheReportSaysSo() {
        SpecCheckResult check = check(
                "'variables': { 'x': { 'shape': [3] } }, 'function': 'sum(log(x))', 'gradient': { 'x': '1 ./ x' }");

        assertThat(check.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(Arrays.stream(check.report().point()).boxed()).allMatch(entry -> entry > 0);
        assertThat(check.redrawn()).isNotEmpty().contains(new Redraw(1, 1, InconclusiveReason.FUNCTION_FAILED, false));
    }

    @Test
    void domainsBelowOneAreFound() {
        SpecCheckResult check = check("'variables': { 'x': { 'shape': [3] } }, 'function': 'sum(asin(x))', 'gradient':"
                + " { 'x': '1 ./ sqrt(1 - x.^2)' }");

        assertThat(check.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(check.redrawn()).extracting(Redraw::inVain).containsOnly(false);
    }

    @Test
    void aFunctionWithoutAnyValueStaysAtTheFirstChoice() {
        SpecCheckResult check =
                check("'variables': { 'x': { 'shape': [] } }, 'function': 'log(0 - x^2)', 'gradient': { 'x': '2/x' }");

        assertThat(check.outcome()).isEqualTo(Outcome.INCONCLUSIVE);
        assertThat(check.redrawn())
                .containsExactly(
                        new Redraw(1, 24, InconclusiveReason.FUNCTION_FAILED, true),
                        new Redraw(2, 24, InconclusiveReason.FUNCTION_FAILED, true),
                        new Redraw(3, 24, InconclusiveReason.FUNCTION_FAILED, true));
        assertThat(check.point().magnitudes()).containsValue(Magnitude.ORDINARY);
    }

    @Test
    void aPointWhereNothingCanBeSeenIsMovedNearerToTheOrdinary() {
        // In the tail f is 1 to the last bit.
        SpecCheckResult check = check("'variables': { 'x': { 'shape': [] } },"
                + " 'function': '1/(1 + exp(-40*abs(x)))',"
                + " 'gradient': { 'x': '40*sign(x)*exp(-40*abs(x))/(1 + exp(-40*abs(x)))^2' }");

        assertThat(check.outcome()).isEqualTo(Outcome.PASSED);
        assertThat(check.redrawn())
                .singleElement()
                .satisfies(redraw -> assertThat(redraw.number()).isEqualTo(2))
                .satisfies(redraw -> assertThat(redraw.reason()).isEqualTo(InconclusiveReason.UNRESOLVED))
                .satisfies(redraw -> assertThat(redraw.inVain()).isFalse());
    }

    @Test
    void aDeclaredPrecisionReachesTheCheckAndTheUserGoesFirst() {
        String body = "'variables': { 'x': 3 }, 'function': 'x^2', 'gradient': { 'x': '2*x' },"
                + " 'check': { 'precision': 'single' }";
        RunSettings half = new RunSettings(
                OptionalLong.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.of(Precision.HALF),
                false,
                1,
                false,
                Limits.defaults());

        assertThat(check(body).report().precision()).contains("single precision assumed of f, as declared");
        assertThat(run(body, half).checks().get(0).report().precision())
                .contains("half precision assumed of f, as declared");
    }

    @Test
    void whatTheUserSaysGoesBeforeTheSpec() {
        RunSettings settings = new RunSettings(
                OptionalLong.of(9),
                OptionalInt.of(2),
                OptionalInt.of(4),
                OptionalInt.empty(),
                OptionalDouble.empty(),
                Optional.empty(),
                false,
                1,
                false,
                Limits.defaults());
        String body = "'variables': { 'x': { 'shape': [] } }, 'function': 'x^2', 'gradient': { 'x': '2*x' }";

        SpecResult plain = run(body, settings);
        SpecResult opinionated = run(body + ", 'check': { 'seed': 5, 'points': 7, 'directions': 1 }", settings);

        assertThat(opinionated.checks().get(0).report())
                .hasToString(plain.checks().get(0).report().toString());
        assertThat(opinionated.checks().get(0).point().of()).isEqualTo(2);
        assertThat(opinionated.checks().get(0).result().evidence()).hasSize(4);
    }

    @Test
    void theFirstRefutingPointDecides() {
        // Right except where x is large; the signs at points 2, 5, 8 and 11 are +, −, +, −.
        SpecCheckResult check = check("'variables': { 'x': { 'shape': [], 'structure': 'away' } },"
                + " 'check': { 'points': 40 }, 'function': 'x^2', 'gradient': { 'x': 'where(x < -5, x, 2*x)' }");

        assertThat(check.report().isRefuted()).isTrue();
        assertThat(check.report().point()[0]).isLessThan(-5);
        assertThat(check.point().number()).isEqualTo(5);
        assertThat(check.point().of()).isEqualTo(40);
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
