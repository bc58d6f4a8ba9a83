package org.gradcheck.spec;

import java.util.Map;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.point.Choice;
import org.gradcheck.point.Distribution;
import org.gradcheck.point.PointSampler;
import org.gradcheck.space.Manifold;
import org.gradcheck.structure.Structure;

/**
 * A variable whose shape is known and whose data are loaded.
 *
 * @param name its name
 * @param shape its shape
 * @param geometry how its points look and how it moves
 * @param innerProduct its inner product, if that is not the Frobenius one
 * @param source its value, or how to draw one
 */
public record BoundVariable(
        String name, Shape shape, Geometry geometry, Optional<InnerProduct> innerProduct, Source source) {

    /** Where a value comes from. */
    sealed interface Source {
        record Fixed(DMatrixRMaj value) implements Source {}

        record Drawn(Distribution distribution) implements Source {}
    }

    /** Whether each point brings another value. */
    public boolean isRandom() {
        return source instanceof Source.Drawn;
    }

    /** Whether its values are ordinary, large and small in the plain sense of the words. */
    boolean hasMagnitudes() {
        return source instanceof Source.Drawn drawn
                && structure()
                        .map(Structure::hasMagnitudes)
                        .orElseGet(() -> drawn.distribution().hasMagnitudes());
    }

    /** The set that it keeps to when it moves, with the Frobenius inner product. */
    Manifold<DMatrixRMaj> set() {
        return geometry.set().of(shape.rowCount(), shape.columnCount());
    }

    /** The same with its own inner product, which may depend on the values of variables. */
    Manifold<DMatrixRMaj> domain(Map<String, DMatrixRMaj> point) {
        return innerProduct.map(product -> product.on(set(), point)).orElseGet(this::set);
    }

    /** What its gradients mean. */
    GradientConvention convention() {
        return geometry.convention();
    }

    /** What is known of its points. */
    public Optional<Structure> structure() {
        return geometry.structure();
    }

    BoundVariable withInnerProduct(InnerProduct product) {
        return new BoundVariable(name, shape, geometry, Optional.of(product), source);
    }

    /** The value at a point, to be read only: the one given, or else drawn as the structure or distribution says. */
    DMatrixRMaj value(PointSampler sampler, Choice choice) {
        if (source instanceof Source.Fixed fixed) {
            return fixed.value();
        }
        Distribution distribution = ((Source.Drawn) source).distribution();
        int rows = shape.rowCount();
        int columns = shape.columnCount();
        return structure()
                .map(s -> s.draw(rows, columns, sampler, choice))
                .orElseGet(
                        () -> DMatrixRMaj.wrap(rows, columns, distribution.entries(sampler, choice, rows * columns)));
    }
}
