package org.gradcheck.spec.data;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The categories that occur in a column. */
final class Categories {

    private final Map<String, Integer> codes = new LinkedHashMap<>();

    /** A number for the category, from 0 in the order of first occurrence. */
    int code(String category) {
        return codes.computeIfAbsent(category, unseen -> codes.size());
    }

    /**
     * For each code the rank of its category, from 0: by number where all are numbers, and else by text, character by
     * character. Texts of one number, such as 1 and 1.0, are one category.
     */
    int[] ranks() {
        List<String> texts = List.copyOf(codes.keySet());
        double[] numbers = texts.stream().mapToDouble(Decimal::parse).toArray();
        boolean numeric = IntStream.range(0, numbers.length).noneMatch(code -> Double.isNaN(numbers[code]));
        Comparator<Integer> order = numeric
                ? Comparator.comparingDouble(code -> numbers[code] + 0.0) // -0 is 0
                : Comparator.comparing(texts::get);
        List<Integer> sorted =
                IntStream.range(0, texts.size()).boxed().sorted(order).toList();
        int[] ranks = new int[texts.size()];
        for (int i = 1; i < ranks.length; i++) {
            boolean isNew = order.compare(sorted.get(i - 1), sorted.get(i)) != 0;
            ranks[sorted.get(i)] = ranks[sorted.get(i - 1)] + (isNew ? 1 : 0);
        }
        return ranks;
    }
}
