package org.gradcheck.assertj;

import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.chain.DerivativeChain;
import org.gradcheck.chain.Link;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;

/** The reports that examples are about. */
final class ExampleReports {

    static final CheckReport right = product(x -> new double[] {x[1], x[0]});
    static final CheckReport wrong = product(x -> new double[] {x[1], 2 * x[0]});
    static final CheckReport kink = DerivativeCheck.ofScalar(x -> Math.abs(x[0]) + x[1])
            .at(new double[] {0, 1})
            .gradient(x -> new double[] {0.5, 1})
            .run();

    static final ChainReport rightChain = chain((y, w) -> Stages.twice(Stages.times(y, new double[] {w, w})));
    static final ChainReport wrongChain = chain((y, w) -> Stages.times(y, new double[] {w, w}));

    /** The modulus of the first coordinate at zero, without its derivative there. */
    static final ChainReport kinkedChain = DerivativeChain.start(new double[] {0, 1})
            .then("double", Link.<double[]>vector(Stages::twice).vjp((x, w) -> Stages.twice(w)))
            .then("modulus", Link.<double[]>scalar(y -> Math.abs(y[0]) + y[1]).vjp((y, w) -> new double[] {0.5 * w, w}))
            .check();

    private ExampleReports() {}

    private static CheckReport product(UnaryOperator<double[]> gradient) {
        return DerivativeCheck.ofScalar(x -> x[0] * x[1])
                .at(new double[] {1, -2})
                .gradient(gradient)
                .run();
    }

    private static ChainReport chain(BiFunction<double[], Double, double[]> squareVjp) {
        return DerivativeChain.start(new double[] {1, -2})
                .then("double", Link.<double[]>vector(Stages::twice).vjp((x, w) -> Stages.twice(w)))
                .then("square", Link.<double[]>scalar(Stages::squareNorm).vjp(squareVjp))
                .check();
    }
}
