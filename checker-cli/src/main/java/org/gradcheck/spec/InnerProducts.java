package org.gradcheck.spec;

import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.expression.shape.Shape;

/** Binds the inner products that are declared of variables. */
final class InnerProducts {

    private InnerProducts() {}

    /**
     * The inner product of a variable.
     *
     * @throws SpecException if the weight has another shape than it needs, or is a constant and not positive definite
     */
    static InnerProduct of(BoundVariable variable, Geometry.Weight weight, ExpressionCompiler expressions) {
        if (weight instanceof Geometry.Expressed expressed) {
            BoundExpression bound = expressions.compile(expressed.formula(), Map.of());
            requireShape(variable, bound.shape(), weight.place());
            return new InnerProduct(
                    variable.name(), point -> bound.evaluate(RealArithmetic.INSTANCE, point), weight.place());
        }
        DMatrixRMaj value = ((Geometry.Literal) weight).value();
        requireShape(variable, Shape.of(value.numRows, value.numCols), weight.place());
        InnerProduct product = new InnerProduct(variable.name(), point -> value, weight.place());
        // A constant that is no weight is refused before anything is evaluated.
        product.on(variable.set(), Map.of());
        return product;
    }

    private static void requireShape(BoundVariable variable, Shape found, Place place) {
        int entries = (int) variable.shape().entryCount();
        Shape full = Shape.of(entries, entries);
        Shape diagonal = Shape.of(entries, 1);
        if (!found.sameAs(full) && !found.sameAs(diagonal)) {
            throw new SpecException(
                    place,
                    "the inner product of \"" + variable.name() + "\" has a weight that is " + found + "; expected "
                            + full + ", on vec of " + variable.name() + ", or its diagonal as " + diagonal);
        }
    }
}
