package org.gradcheck.spec;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.function.Precision;

/** Reads the settings under "check". */
final class CheckOptionsReader {

    private static final int MOST_REPETITIONS = 10_000;

    /** Beyond 2⁵³ not every whole number is a number of JSON as others read it. */
    private static final double LARGEST_SEED = 0x1p53;

    private CheckOptionsReader() {}

    static CheckOptions read(JsonFields fields) {
        return new CheckOptions(
                whole(fields, "points", 1, MOST_REPETITIONS),
                whole(fields, "directions", 1, MOST_REPETITIONS),
                fields.find("seed").map(CheckOptionsReader::seed).orElse(OptionalLong.empty()),
                whole(fields, "budget", CheckSettings.SMALLEST_BUDGET, Integer.MAX_VALUE),
                fields.find("accuracy").map(CheckOptionsReader::accuracy).orElse(OptionalDouble.empty()),
                fields.find("precision").map(CheckOptionsReader::precision),
                fields.find("strict").map(JsonNode::flag).orElse(false));
    }

    private static OptionalInt whole(JsonFields fields, String key, int smallest, int largest) {
        Optional<JsonNode> node = fields.find(key);
        return node.isPresent() ? OptionalInt.of(node.get().wholeNumber(smallest, largest)) : OptionalInt.empty();
    }

    private static OptionalLong seed(JsonNode node) {
        double seed = node.number("a whole number");
        if (seed != Math.rint(seed) || Math.abs(seed) > LARGEST_SEED) {
            throw node.expected("a whole number of at most 2^53 in size");
        }
        return OptionalLong.of((long) seed);
    }

    private static OptionalDouble accuracy(JsonNode node) {
        double accuracy = node.number("a number between 0 and 1");
        if (!(accuracy > 0 && accuracy < 1)) {
            throw node.expected("a number between 0 and 1, the relative accuracy of f and its derivatives");
        }
        return OptionalDouble.of(accuracy);
    }

    private static Precision precision(JsonNode node) {
        return (node.isText()
                        ? PrecisionNames.named(node.text(PrecisionNames.EXPECTED))
                        : PrecisionNames.relative(node.number(PrecisionNames.EXPECTED)))
                .orElseThrow(() -> node.expected(PrecisionNames.EXPECTED));
    }
}
