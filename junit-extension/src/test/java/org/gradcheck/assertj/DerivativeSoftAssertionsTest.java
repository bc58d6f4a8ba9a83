package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

class DerivativeSoftAssertionsTest {

    private static final double[] X = {1, -2};

    @Test
    void everyFailureIsCollected() {
        DerivativeSoftAssertions softly = new DerivativeSoftAssertions();

        softly.assertThatFunction(Bilinear::value).at(X).hasGradient(Bilinear::gradientWithoutTwo);
        softly.assertThatFunction(Bilinear::forward)
                .at(X)
                .hasJvp(Bilinear::wrongJvp)
                .hasVjp(Bilinear::wrongVjp);
        softly.assertThatUnivariateFunction(Math::sin).at(1).hasDerivative(Math::sin);
        softly.assertThatFunction(Spaces.scalar(), Spaces.scalar(), x -> x * x)
                .at(3.0)
                .hasGradient(x -> x);
        softly.assertThat(wrongReport()).isConfirmed();
        softly.assertThat(1 + 1).isEqualTo(3);

        List<String> firstLines = softly.assertionErrorsCollected().stream()
                .map(error -> String.valueOf(error.getMessage())
                        .strip()
                        .lines()
                        .findFirst()
                        .orElse(""))
                .toList();
        assertThat(firstLines)
                .hasSize(7)
                .satisfiesExactly(
                        line -> assertThat(line).startsWith("Expecting f to have the supplied gradient, but"),
                        line -> assertThat(line).startsWith("Expecting f to have the supplied JVP, but"),
                        line -> assertThat(line).startsWith("Expecting f to have the supplied JVP and VJP, but"),
                        line -> assertThat(line).startsWith("Expecting f to have the supplied derivative, but"),
                        line -> assertThat(line).startsWith("Expecting f to have the supplied gradient, but"),
                        line -> assertThat(line).startsWith("Expecting the report to be confirmed, but"),
                        line -> assertThat(line).startsWith("expected: 3"));
    }

    @Test
    void aResultReachedFromAReportIsSoftToo() {
        DerivativeSoftAssertions softly = new DerivativeSoftAssertions();

        softly.assertThat(wrongReport()).result("gradient").isConfirmed();

        assertThat(softly.assertionErrorsCollected()).hasSize(1);
    }

    @Test
    void nothingIsCollectedFromRightDerivatives() {
        DerivativeSoftAssertions.assertSoftly(softly -> {
            softly.assertThatScalarFunction(x -> x[0] * x[1]).at(X).hasGradient(x -> new double[] {x[1], x[0]});
            softly.assertThatVectorFunction(Bilinear::forward).at(X).hasJacobian(Bilinear::jacobian);
        });
    }

    private static CheckReport wrongReport() {
        return DerivativeCheck.of(Bilinear::value)
                .at(X)
                .gradient(Bilinear::gradientWithoutTwo)
                .run();
    }
}
