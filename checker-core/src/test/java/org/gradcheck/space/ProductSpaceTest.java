package org.gradcheck.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;

class ProductSpaceTest {

    record Layer(DMatrixRMaj weights, double[] bias) {}

    record Four(double a, double[] b, double c, DMatrixRMaj d) {}

    private static final Space<Layer> LAYERS = Spaces.product(
            Spaces.part(Layer::weights, Spaces.matrix(3, 4)), Spaces.part(Layer::bias, Spaces.vector(3)), Layer::new);

    @Test
    void coordinatesAreThoseOfThePartsInOrder() {
        Space<Layer> space = Spaces.product(
                Spaces.part(Layer::weights, Spaces.matrix(1, 2)),
                Spaces.part(Layer::bias, Spaces.vector(2)),
                Layer::new);
        double[] coordinates = {1, 2, 3, 4};
        Layer layer = space.element(coordinates);

        assertThat(layer.weights().data).containsExactly(1, 2);
        assertThat(layer.bias()).containsExactly(3, 4);
        assertThat(space.coordinates(layer)).containsExactly(coordinates);
        assertThat(space.dimension()).isEqualTo(4);
    }

    @Test
    void thereAreThreeAndFourPartsToo() {
        Space<List<Object>> three = Spaces.product(
                Spaces.part("x", (List<Object> l) -> (Double) l.get(0), Spaces.scalar()),
                Spaces.part("y", l -> (Double) l.get(1), Spaces.scalar()),
                Spaces.part("z", l -> (Double) l.get(2), Spaces.scalar()),
                List::of);
        Space<Four> four = Spaces.product(
                Spaces.part(Four::a, Spaces.scalar()),
                Spaces.part(Four::b, Spaces.vector(2)),
                Spaces.part(Four::c, Spaces.scalar()),
                Spaces.part(Four::d, Spaces.symmetric(2)),
                Four::new);
        double[] coordinates = {1, 2, 3, 4, 5, 6, 6, 7};

        assertThat(three.coordinates(three.element(new double[] {1, 2, 3}))).containsExactly(1, 2, 3);
        assertThat(four.coordinates(four.element(coordinates))).containsExactly(coordinates);
        assertThat(four.tangentDimension()).isEqualTo(7);
        assertThat(four.parts(coordinates))
                .containsExactly(
                        new CoordinateRange("a", 0, 1),
                        new CoordinateRange("b", 1, 3),
                        new CoordinateRange("c", 3, 4),
                        new CoordinateRange("d", 4, 8));
    }

    @Test
    void innerProductIsTheSumOfThoseOfTheParts() {
        Space<Layer> space = Spaces.product(
                Spaces.part(Layer::weights, Spaces.weighted(Spaces.matrix(1, 1), new double[] {10})),
                Spaces.part(Layer::bias, Spaces.vector(2)),
                Layer::new);

        assertThat(space.inner(new double[] {2, 1, 0}, new double[] {3, 4, 5})).isEqualTo(64);
        assertThat(space.termSize(new double[] {1, 1, 0}, new double[] {0.3, 4, 5}))
                .isEqualTo(5);
        assertThat(space.metric()).contains("weights: ⟨u, v⟩ = Σ wᵢuᵢvᵢ with w = [10.0]");
    }

    @Test
    void structureOfThePartsIsKept() {
        Space<Layer> space = Spaces.product(
                Spaces.part(Layer::weights, Spaces.symmetric(2)),
                Spaces.part(Layer::bias, Spaces.vector(1)),
                Layer::new);
        double[] numbers = {1, 2, 4, 8, 16};

        assertThat(space.projection(numbers, numbers)).containsExactly(1, 3, 3, 8, 16);
        assertThat(space.tangent(numbers, numbers)).containsExactly(1, 4, 4, 8, 16);
        assertThat(space.isIndependent(1)).isFalse();
        assertThat(space.isIndependent(4)).isTrue();
        assertThat(space.violation(numbers))
                .isEqualTo(new Violation(0.125, "weights: entries (0, 1) and (1, 0) are 4.00 and 2.00"));
        assertThat(space.misreadings().get(0).meant().apply(numbers, numbers)).containsExactly(1, 2, 2, 8, 16);
    }

    @Test
    void wrongShapeNamesThePart() {
        assertThatExceptionOfType(NotInSpaceException.class)
                .isThrownBy(() -> LAYERS.coordinates(new Layer(new DMatrixRMaj(4, 3), new double[3])))
                .withMessage("weights: expected a 3×4 matrix, got 4×3");
        assertThatExceptionOfType(NotInSpaceException.class)
                .isThrownBy(() -> LAYERS.coordinates(new Layer(new DMatrixRMaj(3, 4), new double[4])))
                .withMessage("bias: expected 3 coordinates, got 4");
    }

    @Test
    void partsOfNoRecordHaveTheNameGivenOrTheirNumber() {
        Space<double[][]> space = Spaces.product(
                Spaces.part((double[][] a) -> a[0], Spaces.vector(1)),
                Spaces.part("second", (double[][] a) -> a[1], Spaces.vector(1)),
                (a, b) -> new double[][] {a, b});

        assertThat(space.parts(new double[2])).extracting(CoordinateRange::name).containsExactly("part 1", "second");
    }

    @Test
    void productsNest() {
        Space<List<Layer>> network = Spaces.list(LAYERS, 2);
        Layer right = new Layer(new DMatrixRMaj(3, 4), new double[3]);

        assertThat(network.dimension()).isEqualTo(30);
        assertThatExceptionOfType(NotInSpaceException.class)
                .isThrownBy(() -> network.coordinates(List.of(right, new Layer(new DMatrixRMaj(3, 4), new double[2]))))
                .withMessage("element 1: bias: expected 3 coordinates, got 2");
    }

    @Test
    void listHasItsLength() {
        Space<List<double[]>> space = Spaces.list(Spaces.vector(2), 3);

        assertThat(space.element(new double[] {1, 2, 3, 4, 5, 6}))
                .containsExactly(new double[] {1, 2}, new double[] {3, 4}, new double[] {5, 6});
        assertThatExceptionOfType(NotInSpaceException.class)
                .isThrownBy(() -> space.coordinates(List.of(new double[2])))
                .withMessage("expected 3 elements, got 1");
    }

    @Test
    void descriptionsSayWhatTheyAreMadeOf() {
        assertThat(LAYERS.description()).isEqualTo("(3×4 matrices) × (vectors of length 3)");
        assertThat(Spaces.list(Spaces.vector(2), 3).description()).isEqualTo("lists of 3 × (vectors of length 2)");
    }
}
