package org.gradcheck.check;

import java.util.Arrays;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.BilinearForm;
import org.gradcheck.derivative.Gradient;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.derivative.Hessian;
import org.gradcheck.derivative.HessianVectorProduct;
import org.gradcheck.derivative.Jacobian;
import org.gradcheck.derivative.Jacobian.JacobianFunction;
import org.gradcheck.derivative.Jvp;
import org.gradcheck.derivative.TypedBilinearFunction;
import org.gradcheck.derivative.TypedBilinearFunction.Function3;
import org.gradcheck.derivative.TypedLinearizedFunction;
import org.gradcheck.derivative.Vjp;
import org.gradcheck.function.Conversions;
import org.gradcheck.function.TypedFunction;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Space;
import org.gradcheck.space.Spaces;

/** The sets that a function leads from and to, and with them the way from the user's types to coordinates. */
record TypedSpaces<X, Y>(Manifold<X> domain, Space<Y> codomain) {

    Gradient gradient(Function<X, X> gradient, GradientConvention convention) {
        return new Gradient(
                new TypedFunction<>(
                        domain,
                        g -> Spaces.vector(domain.dimension()),
                        x -> Conversions.coordinatesOrNull(domain, gradient.apply(x))),
                convention);
    }

    Jvp jvp(BiFunction<X, X, Y> jvp) {
        return new Jvp(new TypedLinearizedFunction<>(domain, domain, codomain, jvp));
    }

    Vjp vjp(BiFunction<X, Y, X> vjp, GradientConvention convention) {
        return new Vjp(new TypedLinearizedFunction<>(domain, codomain, domain, vjp), convention);
    }

    Jacobian jacobian(Function<X, DMatrixRMaj> jacobian) {
        return new Jacobian(matrix(jacobian));
    }

    Hessian hessian(Function<X, DMatrixRMaj> hessian) {
        return new Hessian(matrix(hessian));
    }

    HessianVectorProduct hessianVectorProduct(BiFunction<X, X, X> product) {
        return new HessianVectorProduct(new TypedLinearizedFunction<>(domain, domain, domain, product));
    }

    BilinearForm bilinear(Function3<X, Y> map) {
        return new BilinearForm(new TypedBilinearFunction<>(domain, codomain, map));
    }

    private JacobianFunction matrix(Function<X, DMatrixRMaj> matrixAt) {
        return x -> {
            X element = domain.element(x);
            double[] before = domain.coordinates(element);
            DMatrixRMaj matrix = matrixAt.apply(element);
            double[] after = domain.coordinates(element);
            if (!Arrays.equals(before, after)) {
                System.arraycopy(after, 0, x, 0, x.length);
            }
            return matrix;
        };
    }
}
