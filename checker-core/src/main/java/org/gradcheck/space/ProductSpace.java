package org.gradcheck.space;

import java.util.List;
import java.util.function.Function;

/**
 * The user's records, made of parts from spaces.
 *
 * @param constructor makes a record from the coordinates of its parts
 */
record ProductSpace<R>(Blocks blocks, List<Part<R, ?, ?>> fields, Function<List<double[]>, R> constructor)
        implements BlockSpace<R> {

    ProductSpace(List<Part<R, ?, ?>> fields, Function<List<double[]>, R> constructor) {
        this(new Blocks(fields.stream().map(Part::set).toList()), fields, constructor);
    }

    @Override
    public double[] coordinates(R element) {
        double[] coordinates = new double[dimension()];
        int at = 0;
        for (int k = 0; k < fields.size(); k++) {
            int index = k;
            double[] own = Blocks.named(
                    () -> names(element).get(index), () -> fields.get(index).coordinates(element));
            System.arraycopy(own, 0, coordinates, at, own.length);
            at += own.length;
        }
        return coordinates;
    }

    @Override
    public R element(double[] coordinates) {
        return constructor.apply(blocks.slices(coordinates));
    }

    @Override
    public List<CoordinateRange> parts(double[] x) {
        List<String> names = names(element(x));
        return blocks.ranges(names::get);
    }

    private List<String> names(R element) {
        return PartNames.of(element, fields.stream().map(Part::name).toList());
    }

    @Override
    public String description() {
        return blocks.descriptions();
    }
}
