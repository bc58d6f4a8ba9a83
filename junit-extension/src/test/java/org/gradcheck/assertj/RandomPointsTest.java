package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunctionOfMatrix;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatUnivariateFunction;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.point.Distribution;
import org.gradcheck.point.SpreadPoints;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** Points that the seed decides. */
class RandomPointsTest {

    /** The points at which a gradient is asked for. */
    private static List<double[]> asked(UnaryOperator<FunctionAssert<double[], Double>> points) {
        List<double[]> asked = new ArrayList<>();
        points.apply(assertThatScalarFunction(Bilinear::value)).hasGradient(x -> {
            if (asked.stream().noneMatch(known -> java.util.Arrays.equals(known, x))) {
                asked.add(x.clone());
            }
            return Bilinear.gradient(x);
        });
        return asked;
    }

    @Test
    void theyAreThoseOfSpreadPoints() {
        assertThat(asked(f -> f.atRandomPoints(4, 2)))
                .containsExactlyElementsOf(SpreadPoints.vectors(2).withCount(4).points());
        assertThat(asked(f -> f.atRandomPoints(2, 2).withDistribution(Distribution.positive())))
                .containsExactlyElementsOf(
                        SpreadPoints.vectors(2).withCount(2).positive().points());
    }

    @Test
    void theSeedMayComeBeforeOrAfter() {
        List<double[]> expected =
                SpreadPoints.vectors(2).withCount(2).withSeed(7).points();

        assertThat(asked(f -> f.withSeed(7).atRandomPoints(2, 2))).containsExactlyElementsOf(expected);
        assertThat(asked(f -> f.atRandomPoints(2, 2).withSeed(7))).containsExactlyElementsOf(expected);
        assertThat(asked(f -> f.atRandomPoints(2, 2)
                        .withSettings(CheckSettings.defaults().withSeed(7))))
                .containsExactlyElementsOf(expected);
    }

    @Test
    void theSpaceOfTypedFunctionsIsKnown() {
        assertThatFunction(Spaces.vector(2), Spaces.scalar(), Bilinear::value)
                .atRandomPoints(3)
                .hasGradient(Bilinear::gradient);
        assertThatScalarFunction(Bilinear::value)
                .on(Spaces.vector(2))
                .atRandomPoints(3)
                .hasGradient(Bilinear::gradient);
        assertThatFunction(Spaces.symmetric(3), Spaces.scalar(), CommonOps_DDRM::trace)
                .atRandomPoints(2)
                .hasGradient(x -> CommonOps_DDRM.identity(3));
        assertThatUnivariateFunction(Math::log)
                .withDistribution(Distribution.positive())
                .atRandomPoints(5)
                .hasDerivative(x -> 1 / x);
    }

    @Test
    void aFailureNamesThePointAndItsNumber() {
        double[] second =
                SpreadPoints.vectors(2).withCount(3).withSeed(2).points().get(1);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertThatScalarFunction(Bilinear::value)
                        .withSeed(2)
                        .atRandomPoints(3, 2)
                        .hasGradient(x -> x[0] == second[0] ? Bilinear.gradientWithoutTwo(x) : Bilinear.gradient(x)))
                .satisfies(e -> assertThat(e)
                        .message()
                        .contains("point        x = [" + org.gradcheck.report.Numbers.brief(second[0]) + ", ")
                        .endsWith("  number       2 of 3 points\n  replay       .withSeed(2)"));
    }

    @Test
    void sizesMustFit() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatScalarFunction(Bilinear::value).atRandomPoints(3))
                .withMessage("atRandomPoints got the count and 0 sizes, but f takes vectors of any length: call"
                        + " atRandomPoints(count, dimension)");
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        assertThatScalarFunctionOfMatrix(CommonOps_DDRM::det).atRandomPoints(3, 4))
                .withMessage("atRandomPoints got the count and 1 sizes, but f takes matrices of any size: call"
                        + " atRandomPoints(count, rows, columns)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatFunction(Spaces.vector(2), Spaces.scalar(), Bilinear::value)
                        .atRandomPoints(3, 2))
                .withMessage("atRandomPoints got the count and 1 sizes, but f knows its space: call"
                        + " atRandomPoints(count)");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatFunction(Math::sin).atRandomPoints(0))
                .withMessage("atRandomPoints needs a count of at least 1, got 0");
    }

    @Test
    void curvedSetsHaveNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThatFunction(Manifolds.sphere(2), Spaces.scalar(), Bilinear::value)
                        .atRandomPoints(3))
                .withMessageStartingWith("random points are drawn in a space, and f is given on ")
                .withMessageEndingWith(": give points of these by atPoints(list)");
        assertThatIllegalStateException()
                .isThrownBy(() -> new FunctionAssert<>(DerivativeCheck.ofScalar(Bilinear::value)).atRandomPoints(3, 2))
                .withMessage("the space of the points of f is not known: give points by at(x) or atPoints(list)");
    }
}
