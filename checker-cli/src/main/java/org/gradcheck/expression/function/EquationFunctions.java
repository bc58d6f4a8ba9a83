package org.gradcheck.expression.function;

import static org.gradcheck.expression.function.Derivative.rule;
import static org.gradcheck.expression.function.LanguageFunction.analytic;

import java.util.List;
import org.gradcheck.expression.algebra.MatrixEquations;
import org.gradcheck.expression.algebra.RiccatiEquations;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.shape.Shape;

/** Solutions of Sylvester, Lyapunov and Riccati equations. */
final class EquationFunctions {

    private EquationFunctions() {}

    static List<LanguageFunction> all() {
        return List.of(
                analytic(
                        "sylv(A, B, C)",
                        "solution X of A*X + X*B = C",
                        "sylv([2, 1; 0, 3], 1, [1; 2])",
                        "m×m, n×n, m×n → m×n",
                        rule("X = sylv(A, B, C); sylv(A, B, dC - dA*X - X*dB)"),
                        EquationFunctions::sylvesterShape,
                        EquationFunctions::sylvester),
                analytic(
                        "lyap(A, Q)",
                        "solution X of A*X + X*A' + Q = 0",
                        "lyap([-2, 1; 0, -3], eye(2))",
                        "n×n, n×n → n×n",
                        rule("X = lyap(A, Q); lyap(A, dQ + dA*X + X*dA')"),
                        EquationFunctions::lyapunovShape,
                        EquationFunctions::lyapunov),
                analytic(
                        "dlyap(A, Q)",
                        "solution X of A*X*A' - X + Q = 0",
                        "dlyap([0.5, 0.25; 0, 0.25], eye(2))",
                        "n×n, n×n → n×n",
                        rule("X = dlyap(A, Q); dlyap(A, dQ + dA*X*A' + A*X*dA')"),
                        EquationFunctions::lyapunovShape,
                        EquationFunctions::discreteLyapunov),
                analytic(
                        "care(A, B, Q, R)",
                        "stabilising symmetric solution X of A'*X + X*A - X*B*inv(R)*B'*X + Q = 0",
                        "care([0, 1; 0, 0], [0; 1], eye(2), 1)",
                        "n×n, n×p, n×n, p×p → n×n",
                        rule(
                                "X = care(A, B, Q, R); K = R \\ B'*X; M = X*(dA - dB*K); lyap((A - B*K)', M + M' + dQ + K'*dR*K)",
                                "Q and R are symmetric"),
                        EquationFunctions::riccatiShape,
                        EquationFunctions::riccati),
                analytic(
                        "dare(A, B, Q, R)",
                        "stabilising symmetric solution X of X = A'*X*A - A'*X*B*inv(R + B'*X*B)*B'*X*A + Q",
                        "dare([1, 1; 0, 1], [0; 1], eye(2), 1)",
                        "n×n, n×p, n×n, p×p → n×n",
                        rule(
                                "X = dare(A, B, Q, R); K = (R + B'*X*B) \\ B'*X*A; F = A - B*K; M = F'*X*(dA - dB*K); dlyap(F', M + M' + dQ + K'*dR*K)",
                                "Q and R are symmetric"),
                        EquationFunctions::riccatiShape,
                        EquationFunctions::discreteRiccati));
    }

    private static Shape sylvesterShape(ArgumentShapes in) {
        Shape expected = new Shape(in.square(0).rows(), in.square(1).columns());
        in.shaped(2, expected);
        return expected;
    }

    private static <M> M sylvester(Arithmetic<M> on, Arguments<M> in) {
        return MatrixEquations.sylvester(on, in.get(0), in.get(1), in.get(2));
    }

    private static Shape lyapunovShape(ArgumentShapes in) {
        in.shaped(1, in.square(0));
        return in.shape(0);
    }

    private static <M> M lyapunov(Arithmetic<M> on, Arguments<M> in) {
        return MatrixEquations.lyapunov(on, in.get(0), in.get(1));
    }

    private static <M> M discreteLyapunov(Arithmetic<M> on, Arguments<M> in) {
        return MatrixEquations.discreteLyapunov(on, in.get(0), in.get(1));
    }

    private static Shape riccatiShape(ArgumentShapes in) {
        Shape states = in.square(0);
        Shape inputs = in.shape(1);
        in.shaped(1, new Shape(states.rows(), inputs.columns()));
        in.shaped(2, states);
        in.shaped(3, new Shape(inputs.columns(), inputs.columns()));
        return states;
    }

    private static <M> M riccati(Arithmetic<M> on, Arguments<M> in) {
        return RiccatiEquations.continuous(on, in.get(0), in.get(1), in.get(2), in.get(3));
    }

    private static <M> M discreteRiccati(Arithmetic<M> on, Arguments<M> in) {
        return RiccatiEquations.discrete(on, in.get(0), in.get(1), in.get(2), in.get(3));
    }
}
