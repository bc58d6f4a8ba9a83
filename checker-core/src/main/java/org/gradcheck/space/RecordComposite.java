package org.gradcheck.space;

import java.util.List;
import java.util.function.Function;

/**
 * The user's records.
 *
 * @param constructor makes a record from the coordinates of its parts
 */
record RecordComposite<R>(Blocks blocks, List<Part<R, ?, ?>> fields, Function<List<double[]>, R> constructor)
        implements Composite<R> {

    RecordComposite(List<Part<R, ?, ?>> fields, Function<List<double[]>, R> constructor) {
        this(new Blocks(fields.stream().map(Part::set).toList()), fields, constructor);
    }

    @Override
    public double[] coordinates(R whole) {
        return blocks.joined(
                k -> fields.get(k).coordinates(whole), k -> names(whole).get(k));
    }

    @Override
    public R element(double[] coordinates) {
        return constructor.apply(blocks.slices(coordinates));
    }

    @Override
    public List<String> names(double[] coordinates) {
        return names(element(coordinates));
    }

    private List<String> names(R whole) {
        return PartNames.of(whole, fields.stream().map(Part::name).toList());
    }

    @Override
    public String description() {
        return blocks.descriptions();
    }
}
