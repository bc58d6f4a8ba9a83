package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.gradcheck.check.Algebra.dot;
import static org.gradcheck.check.Algebra.plus;
import static org.gradcheck.check.Algebra.product;
import static org.gradcheck.check.Algebra.tangent;
import static org.gradcheck.check.Algebra.times;
import static org.gradcheck.check.Algebra.transposed;

import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Manifolds;
import org.gradcheck.space.NotInSpaceException;
import org.gradcheck.space.OffManifoldException;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** A point whose parts lie on manifolds of their own. */
class ManifoldProductCheckTest {

    private static final DMatrixRMaj COVARIANCE =
            new DMatrixRMaj(new double[][] {{4, 1, 0.5}, {1, 3, -0.2}, {0.5, -0.2, 2}});

    record Cloud(double[] axis, DMatrixRMaj covariance) {}

    private static final Manifold<Cloud> CLOUDS = Manifolds.product(
            Manifolds.part(Cloud::axis, Manifolds.sphere(3)),
            Manifolds.part(Cloud::covariance, Manifolds.positiveDefinite(3)),
            Cloud::new);

    /** aᵀCa. */
    private static DerivativeCheck<Cloud, Double> variance() {
        return DerivativeCheck.of(CLOUDS, Spaces.scalar(), (Cloud c) -> dot(c.axis(), times(c.covariance(), c.axis())))
                .at(new Cloud(new double[] {2.0 / 7, -3.0 / 7, 6.0 / 7}, COVARIANCE));
    }

    private static DMatrixRMaj outer(double[] u) {
        DMatrixRMaj column = new DMatrixRMaj(u.length, 1, true, u);
        return product(column, transposed(column));
    }

    @Test
    void gradientOnAProductHasAPartForEach() {
        CheckReport report = variance()
                .gradient(
                        c -> {
                            double[] y = times(c.covariance(), c.axis());
                            return new Cloud(tangent(c.axis(), plus(y, y)), outer(y));
                        },
                        GradientConvention.RIESZ)
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void partOfAProductThatIsWrongIsNamed() {
        CheckReport report = variance()
                .gradient(c -> {
                    double[] y = times(c.covariance(), c.axis());
                    return new Cloud(plus(y, y), outer(c.axis()));
                })
                .run();

        assertThat(report.isRefuted()).isTrue();
        assertThat(only(report).diagnosis())
                .contains(new Diagnosis("part", "wrong along covariance alone, right along axis"));
    }

    @Test
    void partOfAProductThatIsNotTangentIsNamed() {
        CheckResult result = only(variance()
                .gradient(
                        c -> {
                            double[] y = times(c.covariance(), c.axis());
                            return new Cloud(plus(y, y), outer(y));
                        },
                        GradientConvention.RIESZ)
                .run());

        assertThat(result.verdict().text()).contains("matrices): axis: the part normal to the tangent space is");
        assertThat(result.diagnosis())
                .containsExactly(new Diagnosis("normal-part", "not tangent: its projection would be confirmed"));
    }

    @Test
    void partThatIsOffItsManifoldIsNamed() {
        assertThatExceptionOfType(OffManifoldException.class)
                .isThrownBy(() -> variance()
                        .at(new Cloud(new double[] {0, 3, 4}, COVARIANCE))
                        .gradient(c -> c)
                        .run())
                .withMessage("the point is not among (unit vectors in 3 dimensions) × (symmetric positive definite 3×3"
                        + " matrices): axis: its length is 5.00");
    }

    @Test
    void partOfTheWrongShapeIsNamed() {
        assertThatExceptionOfType(NotInSpaceException.class)
                .isThrownBy(() -> variance()
                        .at(new Cloud(new double[] {1, 0}, COVARIANCE))
                        .gradient(c -> c)
                        .run())
                .withMessage("axis: expected 3 coordinates, got 2");
    }

    private static CheckResult only(CheckReport report) {
        assertThat(report.results()).hasSize(1);
        return report.results().get(0);
    }
}
