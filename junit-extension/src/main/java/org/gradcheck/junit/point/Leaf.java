package org.gradcheck.junit.point;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.point.Distribution;
import org.gradcheck.point.Magnitude;
import org.gradcheck.space.Manifold;
import org.gradcheck.structure.Structure;

/** Points that are the entries of one matrix. */
record Leaf<T>(LeafType<T> type, int rows, int columns, Distribution distribution, Optional<Structure> structure)
        implements PointKind<T> {

    static <T> Leaf<T> of(LeafType<T> type, PointRequest request) {
        PointSizes sizes = request.sizes();
        sizes.requireNoCount();
        sizes.require(type.shape());
        Leaf<T> leaf = switch (type.shape()) {
            case NONE -> new Leaf<>(type, 1, 1, request.distribution(), request.structure());
            case DIMENSION -> new Leaf<>(type, sizes.dimension(), 1, request.distribution(), request.structure());
            case ROWS_AND_COLUMNS ->
                new Leaf<>(type, sizes.rows(), sizes.columns(), request.distribution(), request.structure());
        };
        leaf.requireFit();
        return leaf;
    }

    private void requireFit() {
        structure.filter(known -> !known.fit().accepts(rows, columns)).ifPresent(known -> {
            throw new PointProblemException("has `structure` " + known + ", which is for "
                    + known.fit().label() + ", and the size " + rows + "×" + columns);
        });
        try {
            set();
        } catch (IllegalArgumentException e) {
            throw new PointProblemException("cannot have these sizes: " + e.getMessage());
        }
    }

    @Override
    public Manifold<T> set() {
        return type.set(rows, columns, structure);
    }

    @Override
    public int leaves() {
        return 1;
    }

    @Override
    public long count() {
        return (long) rows * columns;
    }

    @Override
    public T draw(Draw draw) {
        DMatrixRMaj matrix = structure
                .map(known -> known.draw(rows, columns, draw.sampler(), draw.choice()))
                .orElseGet(() -> DMatrixRMaj.wrap(
                        rows,
                        columns,
                        distribution.entries(draw.sampler(), draw.choice(), Math.multiplyExact(rows, columns))));
        return type.fromMatrix().apply(matrix);
    }

    @Override
    public Optional<Magnitude> magnitude(Draw draw) {
        boolean known = structure.map(Structure::hasMagnitudes).orElseGet(distribution::hasMagnitudes);
        return known ? Optional.of(draw.choice().magnitude()) : Optional.empty();
    }

    @Override
    public String text(T point) {
        return PointText.of(type.shape(), type.toMatrix().apply(point));
    }
}
