package org.gradcheck.spec.json;

import java.util.AbstractList;
import java.util.RandomAccess;

/** The items of a long array of numbers, eight bytes each; all of them claim the array's own position. */
final class CompactNumbers extends AbstractList<JsonValue> implements RandomAccess {

    private final double[] values;
    private final Position position;

    CompactNumbers(double[] values, Position position) {
        this.values = values;
        this.position = position;
    }

    @Override
    public JsonValue get(int index) {
        return new JsonValue.Numeral(values[index], position);
    }

    @Override
    public int size() {
        return values.length;
    }
}
