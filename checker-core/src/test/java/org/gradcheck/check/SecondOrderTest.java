package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.CheckResult;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Second derivatives are compared with the first where that is confirmed, and with f. */
class SecondOrderTest {

    /** A scalar function with two derivatives. */
    record Twice(
            String name,
            ToDoubleFunction<double[]> f,
            UnaryOperator<double[]> gradient,
            UnaryOperator<double[]> hessian,
            double... x) {

        DerivativeCheck<double[], Double> check() {
            return DerivativeCheck.ofScalar(f).at(x);
        }

        double[][] rows(double[] at) {
            double[] entries = hessian.apply(at);
            int n = at.length;
            return IntStream.range(0, n)
                    .mapToObj(i -> java.util.Arrays.copyOfRange(entries, i * n, (i + 1) * n))
                    .toArray(double[][]::new);
        }

        double[] product(double[] at, double[] v) {
            double[][] h = rows(at);
            return IntStream.range(0, v.length)
                    .mapToDouble(i -> IntStream.range(0, v.length)
                            .mapToDouble(j -> h[i][j] * v[j])
                            .sum())
                    .toArray();
        }

        double form(double[] at, double[] u, double[] v) {
            double[] product = product(at, v);
            return IntStream.range(0, u.length)
                    .mapToDouble(i -> u[i] * product[i])
                    .sum();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Twice> functions() {
        return Stream.of(
                new Twice(
                        "Rosenbrock",
                        x -> (1 - x[0]) * (1 - x[0]) + 100 * Math.pow(x[1] - x[0] * x[0], 2),
                        x -> new double[] {
                            -2 * (1 - x[0]) - 400 * x[0] * (x[1] - x[0] * x[0]), 200 * (x[1] - x[0] * x[0])
                        },
                        x -> new double[] {2 - 400 * (x[1] - 3 * x[0] * x[0]), -400 * x[0], -400 * x[0], 200},
                        -1.2,
                        1),
                new Twice(
                        "exponential of a product",
                        x -> Math.exp(x[0] * x[1]),
                        x -> new double[] {x[1] * Math.exp(x[0] * x[1]), x[0] * Math.exp(x[0] * x[1])},
                        x -> {
                            double e = Math.exp(x[0] * x[1]);
                            double mixed = (1 + x[0] * x[1]) * e;
                            return new double[] {x[1] * x[1] * e, mixed, mixed, x[0] * x[0] * e};
                        },
                        0.7,
                        -1.3),
                new Twice(
                        "badly scaled",
                        x -> Math.sin(1e6 * x[0]) + Math.exp(1e-6 * x[1]),
                        x -> new double[] {1e6 * Math.cos(1e6 * x[0]), 1e-6 * Math.exp(1e-6 * x[1])},
                        x -> new double[] {-1e12 * Math.sin(1e6 * x[0]), 0, 0, 1e-12 * Math.exp(1e-6 * x[1])},
                        1.3e-6,
                        0.4e6),
                new Twice(
                        "linear",
                        x -> 3 * x[0] - 2 * x[1] + 5,
                        x -> new double[] {3, -2},
                        x -> new double[4],
                        1.5,
                        -0.5),
                new Twice(
                        "indefinite quadratic",
                        x -> x[0] * x[0] - 3 * x[0] * x[1] - x[1] * x[1] + 10,
                        x -> new double[] {2 * x[0] - 3 * x[1], -3 * x[0] - 2 * x[1]},
                        x -> new double[] {2, -3, -3, -2},
                        1.5,
                        -0.5));
    }

    private static Verdict verdict(CheckReport report, String name) {
        return report.results().stream()
                .filter(result -> result.name().equals(name))
                .map(CheckResult::verdict)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @MethodSource("functions")
    void rightHessianIsConfirmedInAllFormsWithAGradientAndWithout(Twice twice) {
        for (long seed = 1; seed <= 10; seed++) {
            for (boolean gradient : new boolean[] {true, false}) {
                DerivativeCheck<double[], Double> check = twice.check().seed(seed);
                CheckReport report = (gradient ? check.gradient(twice.gradient()) : check)
                        .hessianRows(twice::rows)
                        .hessianVectorProduct(twice::product)
                        .bilinear(twice::form)
                        .run();

                assertThat(report.isConfirmed()).as(report.toString()).isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void wrongHessianIsBlamedOnTheHessian(Twice twice) {
        for (long seed = 1; seed <= 10; seed++) {
            CheckReport report = twice.check()
                    .seed(seed)
                    .gradient(twice.gradient())
                    .hessianRows(x -> {
                        double[][] wrong = twice.rows(x);
                        wrong[0][0] = 2 * wrong[0][0] + 1;
                        return wrong;
                    })
                    .run();

            assertThat(verdict(report, "gradient")).isInstanceOf(Verdict.Confirmed.class);
            assertThat(verdict(report, "hessian")).as(report.toString()).isInstanceOf(Verdict.Refuted.class);
            assertThat(verdict(report, "quadratic model of hessian")).isInstanceOf(Verdict.Refuted.class);
        }
    }

    @ParameterizedTest
    @MethodSource("functions")
    void wrongGradientIsNotBlamedOnTheHessian(Twice twice) {
        CheckReport report = twice.check()
                .gradient(x -> {
                    double[] wrong = twice.gradient().apply(x);
                    wrong[0] = -wrong[0];
                    return wrong;
                })
                .hessianRows(twice::rows)
                .run();

        assertThat(verdict(report, "gradient")).isInstanceOf(Verdict.Refuted.class);
        assertThat(verdict(report, "hessian")).as(report.toString()).isInstanceOf(Verdict.Confirmed.class);
        assertThat(report.results())
                .extracting(CheckResult::name)
                .containsExactly("gradient", "hessian", "symmetry of hessian");
    }

    @ParameterizedTest
    @ValueSource(doubles = {2, -1, 0.5, 1 + 1e-4, 1 + 1e-6})
    void factorIsRefutedWithAGradientAndWithout(double factor) {
        Twice twice = functions().findFirst().orElseThrow();
        for (boolean gradient : new boolean[] {true, false}) {
            DerivativeCheck<double[], Double> check = twice.check();
            CheckReport report = (gradient ? check.gradient(twice.gradient()) : check)
                    .hessianVectorProduct((x, v) -> {
                        double[] product = twice.product(x, v);
                        return new double[] {factor * product[0], factor * product[1]};
                    })
                    .run();

            assertThat(verdict(report, "hvp")).as(report.toString()).isInstanceOf(Verdict.Refuted.class);
        }
    }

    @Test
    void bilinearMapOfAVectorFunctionIsComparedWithItsJvp() {
        DerivativeCheck<double[], double[]> check = DerivativeCheck.ofVector(
                        x -> new double[] {x[0] * x[0] * x[1], Math.sin(x[1])})
                .at(new double[] {1.5, -0.7})
                .jvp((x, v) -> new double[] {2 * x[0] * x[1] * v[0] + x[0] * x[0] * v[1], Math.cos(x[1]) * v[1]});

        CheckReport right = check.bilinear((x, u, v) -> new double[] {
                    2 * x[1] * u[0] * v[0] + 2 * x[0] * (u[0] * v[1] + u[1] * v[0]), -Math.sin(x[1]) * u[1] * v[1]
                })
                .run();
        CheckReport wrong = check.bilinear((x, u, v) ->
                        new double[] {2 * x[1] * u[0] * v[0] + 2 * x[0] * u[0] * v[1], -Math.sin(x[1]) * u[1] * v[1]})
                .run();

        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(verdict(wrong, "bilinear")).as(wrong.toString()).isInstanceOf(Verdict.Refuted.class);
    }

    @Test
    void hessianOfAMatrixFunctionIsOnItsCoordinates() {
        // ½ tr(XᵀX·S) has Hessian S ⊗ I on vec X, and Hessian-vector product V·S.
        DMatrixRMaj s = new DMatrixRMaj(new double[][] {{2, 1}, {1, 3}});
        CheckReport report = DerivativeCheck.of(Spaces.matrix(2, 2), Spaces.scalar(), x -> {
                    double sum = 0;
                    for (int i = 0; i < 2; i++) {
                        for (int j = 0; j < 2; j++) {
                            for (int k = 0; k < 2; k++) {
                                sum += x.get(i, j) * x.get(i, k) * s.get(j, k) / 2;
                            }
                        }
                    }
                    return sum;
                })
                .at(new DMatrixRMaj(new double[][] {{1, -2}, {0.5, 3}}))
                .hessian(x -> new DMatrixRMaj(new double[][] {{2, 0, 1, 0}, {0, 2, 0, 1}, {1, 0, 3, 0}, {0, 1, 0, 3}}))
                .hessianVectorProduct((x, v) -> {
                    DMatrixRMaj product = new DMatrixRMaj(2, 2);
                    org.ejml.dense.row.CommonOps_DDRM.mult(v, s, product);
                    return product;
                })
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
        assertThat(report.results())
                .extracting(CheckResult::name)
                .isEqualTo(List.of(
                        "hessian",
                        "hvp",
                        "linearity of hvp",
                        "symmetry of hessian",
                        "symmetry of hvp",
                        "hessian against hvp"));
    }

    @Test
    void remainderOfTheQuadraticModelHasOrderThreeWhenRightAndTwoWhenWrong() {
        Twice twice = functions().skip(1).findFirst().orElseThrow();
        for (double factor : new double[] {1, 3}) {
            CheckReport report = twice.check()
                    .bilinear((x, u, v) -> factor * twice.form(x, u, v))
                    .run();

            assertThat(report.results().get(0).evidence()).allSatisfy(evidence -> {
                assertThat(evidence.derivativeOrder()).isEqualTo(2);
                assertThat(evidence.order().orElseThrow()).isBetween(factor == 1 ? 2.8 : 1.8, factor == 1 ? 3.2 : 2.2);
            });
        }
    }

    @Test
    void hessianOfAVectorFunctionIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DerivativeCheck.ofVector(x -> new double[] {x[0], x[0]})
                        .at(new double[] {1})
                        .hessianRows(x -> new double[1][1])
                        .run())
                .withMessage("only a scalar function has a Hessian, and f has 2 outputs: supply a bilinear map");
    }

    @Test
    void hessianOfTheWrongShapeIsRefuted() {
        CheckReport report = DerivativeCheck.ofScalar(x -> x[0] * x[1])
                .at(new double[] {1, 2})
                .hessianRows(x -> new double[2][3])
                .run();

        assertThat(report.verdict().text())
                .isEqualTo(
                        "has the wrong shape: the hessian returned a 2×3 Hessian where 2×2 is expected (inputs × inputs)");
    }

    /** Second differences see nothing of a wave a millionth of x long, and the gradient all of it. */
    @Test
    void whatAConfirmedGradientConfirmsSecondDifferencesDoNotRefute() {
        double d = 1e-6;
        for (long seed = 1; seed <= 20; seed++) {
            CheckReport report = DerivativeCheck.ofScalar(x -> Math.sin(x[0] / d) + x[1])
                    .at(new double[] {1.3, 1})
                    .gradient(x -> new double[] {Math.cos(x[0] / d) / d, 1})
                    .hessianRows(x -> new double[][] {{-Math.sin(x[0] / d) / d / d, 0}, {0, 0}})
                    .seed(seed)
                    .run();

            assertThat(report.isRefuted()).as(report.toString()).isFalse();
        }
    }
}
