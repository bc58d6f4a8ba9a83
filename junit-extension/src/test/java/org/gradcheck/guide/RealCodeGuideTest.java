package org.gradcheck.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatScalarFunction;
import static org.gradcheck.assertj.DerivativeAssertions.assertThatUnivariateFunction;

import java.io.IOException;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gradcheck.adapt.BatchRow;
import org.gradcheck.adapt.Batches;
import org.gradcheck.adapt.Elementwise;
import org.gradcheck.adapt.Gradients;
import org.gradcheck.adapt.Jacobians;
import org.gradcheck.adapt.Outputs;
import org.gradcheck.adapt.Pullbacks;
import org.gradcheck.adapt.StatefulModel;
import org.gradcheck.guide.RealCode.Camera;
import org.gradcheck.guide.RealCode.Curve;
import org.gradcheck.guide.RealCode.Likelihood;
import org.gradcheck.guide.RealCode.Loss;
import org.gradcheck.guide.RealCode.Net;
import org.gradcheck.guide.RealCode.Priced;
import org.gradcheck.guide.RealCode.Pricer;
import org.gradcheck.guide.RealCode.TanhLayer;
import org.gradcheck.space.Spaces;
import org.junit.jupiter.api.Test;

/** The guide to the shapes of real code shows nothing that does not compile, pass and print as it says. */
class RealCodeGuideTest {

    private final double[] w = {0.5, -1.5, 2};
    private final double[] x = {0.3, -0.8, 1.4};

    private static String messageOf(ThrowingCallable failing) {
        return String.valueOf(catchThrowable(failing).getMessage());
    }

    @Test
    void arrays() {
        Loss loss = new Loss();

        assertThatFunction(loss::value).at(w).hasGradient(Gradients.filling(loss::gradientInto));
        assertThatFunction(loss::value).at(w).hasGradient(Gradients.adding(loss::addGradient));
        assertThatFunction(loss::value)
                .at(w)
                .hasValueAndGradient(Gradients.fillingWithValue(loss::valueAndGradientInto));
    }

    @Test
    void misusedArrays() throws IOException {
        Loss loss = new Loss();
        List<String> lines =
                Guide.of("real-code.md").blocks("text").get(0).lines().toList();

        assertThat(messageOf(() -> assertThatFunction(loss::value)
                        .at(w)
                        .hasGradient(Gradients.filling(loss::gradientWithoutLast))))
                .contains("gradient: REFUTED, " + lines.get(0) + "\n");
        assertThat(messageOf(
                        () -> assertThatFunction(loss::value).at(w).hasGradient(Gradients.adding(loss::gradientInto))))
                .contains(
                        "Expecting f to have the supplied gradient, but the gradient misuses the array it is handed:\n")
                .contains("gradient: REFUTED, " + lines.get(1) + "\n");
    }

    @Test
    void valueAndGradientInOneObject() {
        Pricer pricer = new Pricer(1);
        double[] market = {100, 95, 0.2};

        assertThatScalarFunction(x -> pricer.price(x).value())
                .at(market)
                .hasValueAndGradient(Gradients.withValue(pricer::price, Priced::value, Priced::greeks));
        assertThatScalarFunction(x -> pricer.price(x).value())
                .at(market)
                .hasValueAndGradient(Gradients.withPartials(pricer::price, Priced::value, Priced::greek));
    }

    @Test
    void names() throws IOException {
        Pricer pricer = new Pricer(1);
        Pricer wrong = new Pricer(-1);
        double[] market = {100, 95, 0.2};

        assertThatScalarFunction(x -> pricer.price(x).value())
                .named("forward", "strike", "volatility")
                .at(market)
                .hasGradient(x -> pricer.price(x).greeks());

        String message = Guide.unindented(
                messageOf(() -> assertThatScalarFunction(x -> pricer.price(x).value())
                        .named("forward", "strike", "volatility")
                        .at(market)
                        .hasGradient(x -> wrong.price(x).greeks())));
        assertThat(Guide.of("real-code.md").blocks("text").get(1).lines())
                .hasSize(3)
                .allSatisfy(line -> assertThat(message).contains(line + "\n"));
    }

    @Test
    void setterAndGetters() {
        Curve curve = new Curve();
        double[] p = {1.5, -0.5};

        StatefulModel model = StatefulModel.of(curve::setParameters);
        assertThatFunction(model.value(curve::getValue)).at(p).hasGradient(model.vector(curve::getGradient));
    }

    @Test
    void flatJacobians() {
        Camera camera = new Camera();
        double[] pose = {0.4, -0.3, 2};

        assertThatFunction(camera::project).at(pose).hasJacobian(Jacobians.rowMajor(camera::jacobian));
        assertThatFunction(camera::project).at(pose).hasJacobian(Jacobians.columnMajor(camera::jacobianByColumns));
        assertThatFunction(camera::project).at(pose).hasJacobian(Jacobians.fillingRowMajor(2, camera::jacobianInto));
        assertThatFunction(Outputs.filling(2, camera::projectInto))
                .at(pose)
                .hasJacobian(Jacobians.rowMajor(camera::jacobian));

        assertThat(messageOf(() -> assertThatFunction(camera::project)
                        .at(pose)
                        .hasJacobian(Jacobians.columnMajor(camera::jacobian))))
                .contains(
                        "the entries of the supplied Jacobian are stored by rows where they are read by columns, or the"
                                + " reverse");
    }

    @Test
    void ascentDirection() {
        Likelihood model = new Likelihood();

        assertThatScalarFunction(x -> -model.logLikelihood(x)).at(w).hasGradient(Gradients.negated(model::score));
    }

    @Test
    void elementwise() {
        TanhLayer layer = new TanhLayer();

        assertThatFunction(Elementwise.of(Math::sin)).at(x).hasJvp(Elementwise.jvp(Elementwise.of(Math::cos)));
        assertThatUnivariateFunction(Math::tanh)
                .at(0.7)
                .hasDerivative(Elementwise.ofOutput(Math::tanh, y -> 1 - y * y));
        assertThatFunction(layer::forward).at(x).hasJvp(Elementwise.jvpOfOutput(layer::forward, layer::slopesOfOutput));
        assertThatFunction(layer::forward).at(x).hasVjp(Pullbacks.ofOutput(layer::forward, layer::backward));

        assertThat(messageOf(
                        () -> assertThatFunction(layer::forward).at(x).hasJvp(Elementwise.jvp(layer::slopesOfOutput))))
                .contains(
                        "the supplied derivative is written in terms of the output: it would be right if taken at f(x) instead of x");
    }

    @Test
    void batches() {
        Net net = new Net();
        double[][] batch = {{1, -2}, {0.5, 3}, {-1, 0.25}};

        BatchRow row = BatchRow.of(batch, 1);
        assertThatFunction(row.value(net::losses)).at(row.point()).hasGradient(row.gradient(net::gradients));

        assertThatFunction(Spaces.rows(3, 2), Spaces.vector(3), net::losses)
                .at(batch)
                .hasJvp(Batches.jvp(net::gradients))
                .hasVjp(Batches.vjp(net::gradients));

        assertThatFunction(Spaces.rows(3, 2), Spaces.scalar(), net::totalLoss)
                .at(batch)
                .hasGradient(net::gradients);
    }

    @Test
    void everyExampleIsPartOfThisTest() throws IOException {
        String source = Guide.source(RealCodeGuideTest.class);

        assertThat(Guide.of("real-code.md").blocks("java"))
                .hasSize(8)
                .allSatisfy(block -> assertThat(source).contains(block));
    }
}
