package org.gradcheck.spec;

import java.util.List;
import java.util.stream.IntStream;

/**
 * One of several even parts of a suite, for jobs that run side by side. Every part takes each count-th spec, so that long ones,
 * which often stand together, are spread.
 *
 * @param number which, from 1
 * @param count how many there are
 */
public record Shard(int number, int count) {

    public Shard {
        if (count < 1 || number < 1 || number > count) {
            throw new IllegalArgumentException("there is no shard " + number + " of " + count);
        }
    }

    /** What of a list belongs to this part, in its order. */
    public <T> List<T> of(List<T> whole) {
        return IntStream.range(0, whole.size())
                .filter(i -> i % count == number - 1)
                .<T>mapToObj(whole::get)
                .toList();
    }

    /** "2 of 3". */
    @Override
    public String toString() {
        return number + " of " + count;
    }
}
