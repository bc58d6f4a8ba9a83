package org.gradcheck.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.gradcheck.function.ComplexVector;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Diagnosis;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** Records and lists, weighted inner products and complex numbers, from the outside. */
class RichSpacesTest {

    record Layer(DMatrixRMaj weights, double[] bias) {}

    private static final Space<Layer> LAYERS = Spaces.product(
            Spaces.part(Layer::weights, Spaces.matrix(2, 3)), Spaces.part(Layer::bias, Spaces.vector(2)), Layer::new);
    private static final Layer LAYER =
            new Layer(new DMatrixRMaj(new double[][] {{0.3, -0.2, 0.8}, {0.1, 0.5, -0.4}}), new double[] {0.2, -0.7});
    private static final double[] INPUT = {1.5, -0.5, 2};
    private static final DMatrixRMaj W = new DMatrixRMaj(new double[][] {{2, 1}, {1, 3}});

    private static double[] outputs(Layer layer) {
        double[] z = layer.bias().clone();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 3; j++) {
                z[i] += layer.weights().get(i, j) * INPUT[j];
            }
            z[i] = Math.tanh(z[i]);
        }
        return z;
    }

    private static double loss(Layer layer) {
        double[] y = outputs(layer);
        return y[0] * y[0] + y[1];
    }

    private static Layer gradient(Layer layer, double forBias) {
        double[] y = outputs(layer);
        double[] delta = {2 * y[0] * (1 - y[0] * y[0]), 1 - y[1] * y[1]};
        DMatrixRMaj weights = new DMatrixRMaj(2, 3);
        CommonOps_DDRM.multTransB(new DMatrixRMaj(delta), new DMatrixRMaj(INPUT), weights);
        return new Layer(weights, new double[] {forBias * delta[0], forBias * delta[1]});
    }

    private static DerivativeCheck<Layer, Double> lossCheck() {
        return DerivativeCheck.of(LAYERS, Spaces.scalar(), RichSpacesTest::loss).at(LAYER);
    }

    private static List<Diagnosis> diagnosis(CheckReport report) {
        assertThat(report.isRefuted()).as(report.toString()).isTrue();
        return report.results().get(0).diagnosis();
    }

    @Test
    void weightsAndBiasOfALayerAreOnePoint() {
        CheckReport report = lossCheck().gradient(layer -> gradient(layer, 1)).run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void partThatIsWrongIsNamed() {
        assertThat(diagnosis(lossCheck().gradient(layer -> gradient(layer, 2)).run()))
                .extracting(Diagnosis::text)
                .containsExactly(
                        "the supplied derivative is 2 times the reference in all of bias",
                        "wrong along bias alone, right along weights");
    }

    @Test
    void partOfTheWrongShapeIsNamed() {
        CheckReport report = lossCheck()
                .gradient(layer -> new Layer(layer.weights(), new double[3]))
                .run();

        assertThat(report.verdict())
                .isEqualTo(new Verdict.Refuted(
                        RefutationReason.WRONG_SHAPE,
                        "has the wrong shape: the gradient returned a value of the wrong shape: bias: expected 2"
                                + " coordinates, got 3"));
    }

    @Test
    void valuesMayBeRecordsToo() {
        CheckReport report = DerivativeCheck.of(
                        Spaces.vector(2),
                        LAYERS,
                        x -> new Layer(
                                new DMatrixRMaj(2, 3, true, x[0], 0, 0, 0, 0, x[1] * x[1]),
                                new double[] {x[0] * x[1], 1}))
                .at(new double[] {0.7, -1.2})
                .vjp((x, w) -> new double[] {
                    w.weights().get(0, 0) + w.bias()[0] * x[1],
                    2 * x[1] * w.weights().get(1, 2) + w.bias()[0] * x[0]
                })
                .run();

        assertThat(report.isConfirmed()).as(report.toString()).isTrue();
    }

    @Test
    void listsOfMatricesWork() {
        DerivativeCheck<List<DMatrixRMaj>, Double> check = DerivativeCheck.of(
                        Spaces.list(Spaces.symmetric(2), 2),
                        Spaces.scalar(),
                        l -> CommonOps_DDRM.det(l.get(0)) * CommonOps_DDRM.trace(l.get(1)))
                .at(List.of(W, CommonOps_DDRM.identity(2)));
        Function<List<DMatrixRMaj>, List<DMatrixRMaj>> right = l -> {
            DMatrixRMaj a = l.get(0);
            double trace = CommonOps_DDRM.trace(l.get(1));
            DMatrixRMaj adjugate = new DMatrixRMaj(
                    2, 2, true, trace * a.get(1, 1), -trace * a.get(0, 1), -trace * a.get(1, 0), trace * a.get(0, 0));
            return List.of(adjugate, CommonOps_DDRM.diag(CommonOps_DDRM.det(a), CommonOps_DDRM.det(a)));
        };

        assertThat(check.gradient(right).run().isConfirmed()).isTrue();
        assertThat(diagnosis(
                        check.gradient(l -> List.of(right.apply(l).get(0), W)).run()))
                .contains(new Diagnosis("part", "wrong along element 1 alone, right along element 0"));
    }

    @Test
    void gradientDependsOnTheInnerProduct() {
        DerivativeCheck<double[], Double> check = DerivativeCheck.of(
                        Spaces.weighted(Spaces.vector(2), W), Spaces.scalar(), (double[] x) -> x[0] * x[1] * x[1])
                .at(new double[] {0.8, 1.7});
        Function<double[], double[]> euclidean = x -> new double[] {x[1] * x[1], 2 * x[0] * x[1]};
        // W⁻¹ = [3 −1; −1 2]/5
        CheckReport right = check.gradient(x -> {
                    double[] g = euclidean.apply(x);
                    return new double[] {(3 * g[0] - g[1]) / 5, (-g[0] + 2 * g[1]) / 5};
                })
                .run();

        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(right.toString()).contains("\n  inner product  ⟨u, v⟩ = uᵀWv with a 2×2 weight matrix W\n");
        assertThat(diagnosis(check.gradient(euclidean).run()))
                .containsExactly(new Diagnosis(
                        "euclidean",
                        "the supplied gradient is right in the Euclidean inner product: W⁻¹ times it would be"
                                + " confirmed"));
    }

    @Test
    void pushforwardDoesNotDependOnTheInnerProductAndPullbackDoes() {
        DerivativeCheck<double[], double[]> check = DerivativeCheck.of(
                        Spaces.weighted(Spaces.vector(2), new double[] {1, 4}),
                        Spaces.weighted(Spaces.vector(2), new double[] {3, 1}),
                        (double[] x) -> new double[] {x[0] * x[1], Math.exp(x[0])})
                .at(new double[] {0.8, 1.7});
        CheckReport right = check.jvp((x, v) -> new double[] {x[1] * v[0] + x[0] * v[1], Math.exp(x[0]) * v[0]})
                .vjp((x, w) -> new double[] {3 * x[1] * w[0] + Math.exp(x[0]) * w[1], 3 * x[0] * w[0] / 4})
                .run();
        CheckReport euclidean = check.vjp((x, w) -> new double[] {x[1] * w[0] + Math.exp(x[0]) * w[1], x[0] * w[0]})
                .run();

        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(right.results().get(0).details()).isEmpty();
        assertThat(right.results().get(1).details()).hasSize(2);
        assertThat(diagnosis(euclidean)).isEmpty();
    }

    @Test
    void smallOutputIsNotDrownedByTheWeightOfALargeOne() {
        DMatrixRMaj weight = new DMatrixRMaj(new double[][] {{1, 100}, {100, 1e6}});
        CheckReport report = DerivativeCheck.of(
                        Spaces.vector(2), Spaces.weighted(Spaces.vector(2), weight), (double[] x) ->
                                new double[] {x[0] * x[1], 1e3 * Math.exp(x[0])})
                .at(new double[] {0.8, 1.7})
                .jvp((x, v) -> new double[] {x[1] * v[0] + 1.0001 * x[0] * v[1], 1e3 * Math.exp(x[0]) * v[0]})
                .run();

        assertThat(report.isRefuted()).as(report.toString()).isTrue();
        assertThat(report.results().get(0).decisive().orElseThrow().readOut()).isEqualTo("output 0");
    }

    @Test
    void euclideanPullbackIsRecognisedFromAllOutputs() {
        CheckReport report = DerivativeCheck.of(Spaces.weighted(Spaces.vector(2), W), Spaces.vector(2), (double[] x) ->
                        new double[] {x[0] * x[1], Math.exp(x[0])})
                .at(new double[] {0.8, 1.7})
                .vjp((x, w) -> new double[] {x[1] * w[0] + Math.exp(x[0]) * w[1], x[0] * w[0]})
                .run();

        assertThat(diagnosis(report)).extracting(Diagnosis::kind).containsExactly("euclidean");
    }

    @Test
    void gradientOfAComplexVectorIsTheDirectionOfSteepestAscent() {
        // f(z) = |z₀|² + Re(z₀·z₁) has 2∂f/∂z̄ = (2z₀ + conj z₁, conj z₀).
        DerivativeCheck<ComplexVector, Double> check = DerivativeCheck.of(
                        ComplexVector.space(2),
                        Spaces.scalar(),
                        z -> z.real()[0] * z.real()[0]
                                + z.imaginary()[0] * z.imaginary()[0]
                                + z.real()[0] * z.real()[1]
                                - z.imaginary()[0] * z.imaginary()[1])
                .at(new ComplexVector(new double[] {0.5, -1.3}, new double[] {0.9, 0.4}));

        assertThat(check.gradient(z -> complexGradient(z, 1, 1)).run().isConfirmed())
                .isTrue();
        assertThat(diagnosis(check.gradient(z -> complexGradient(z, 1, -1)).run()))
                .containsExactly(new Diagnosis(
                        "conjugated",
                        "the supplied gradient is conjugated: ∂f/∂Re z − i ∂f/∂Im z where ∂f/∂Re z + i ∂f/∂Im z would"
                                + " be confirmed"));
        assertThat(diagnosis(check.gradient(z -> complexGradient(z, 0.5, -0.5)).run()))
                .containsExactly(new Diagnosis(
                        "wirtinger",
                        "the supplied gradient is the Wirtinger derivative ∂f/∂z: twice its conjugate would be"
                                + " confirmed"));
        assertThat(diagnosis(check.gradient(z -> complexGradient(z, 0.5, 0.5)).run()))
                .extracting(Diagnosis::kind)
                .containsExactly("wirtinger-conjugate", "factor");
    }

    private static ComplexVector complexGradient(ComplexVector z, double real, double imaginary) {
        return new ComplexVector(
                new double[] {real * (2 * z.real()[0] + z.real()[1]), real * z.real()[0]},
                new double[] {imaginary * (2 * z.imaginary()[0] - z.imaginary()[1]), -imaginary * z.imaginary()[0]});
    }

    @Test
    void pullbackOfAHolomorphicFunctionConjugatesItsDerivative() {
        // f(z) = z²
        DerivativeCheck<ComplexVector, ComplexVector> check = DerivativeCheck.of(
                        ComplexVector.space(1), ComplexVector.space(1), z -> product(z, z, 1))
                .at(new ComplexVector(new double[] {0.5}, new double[] {0.9}));
        CheckReport right = check.jvp((z, v) -> product(z, v, 2))
                .vjp((z, w) -> product(new ComplexVector(z.real(), new double[] {-z.imaginary()[0]}), w, 2))
                .run();

        assertThat(right.isConfirmed()).as(right.toString()).isTrue();
        assertThat(diagnosis(check.vjp((z, w) -> product(z, w, 2)).run()))
                .extracting(Diagnosis::kind)
                .containsExactly("transposed");
    }

    private static ComplexVector product(ComplexVector a, ComplexVector b, double factor) {
        return new ComplexVector(
                new double[] {factor * (a.real()[0] * b.real()[0] - a.imaginary()[0] * b.imaginary()[0])},
                new double[] {factor * (a.real()[0] * b.imaginary()[0] + a.imaginary()[0] * b.real()[0])});
    }
}
