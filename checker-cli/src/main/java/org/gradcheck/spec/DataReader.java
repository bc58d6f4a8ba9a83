package org.gradcheck.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gradcheck.spec.data.Column;
import org.gradcheck.spec.data.CsvData;
import org.gradcheck.spec.data.DataSource;
import org.gradcheck.spec.data.Encoding;
import org.gradcheck.spec.data.Header;
import org.gradcheck.spec.data.JsonData;
import org.gradcheck.spec.data.NpyData;
import org.gradcheck.spec.json.JsonValue;
import org.gradcheck.spec.wording.Words;

/** Reads which file holds the values of a variable, and how. */
final class DataReader {

    /** The keys that name a file. */
    static final List<String> FILES = List.of("csv", "npy", "json");

    private static final List<String> ENCODINGS = List.of("one-hot", "labels");
    private static final String SEPARATORS = ",;\t|";
    private static final String AN_ENCODING = "\"one-hot\", \"labels\", or an object from category to number";

    private final JsonFields fields;

    private DataReader(JsonFields fields) {
        this.fields = fields;
    }

    /** The file of a variable, if it has one. */
    static Optional<Variable.Data> read(JsonFields fields) {
        return FILES.stream()
                .filter(fields::has)
                .findFirst()
                .map(key -> new DataReader(fields).data(fields.require(key, "a file")));
    }

    private Variable.Data data(JsonNode file) {
        List<JsonNode> columns = columns();
        return new Variable.Data(
                source(file, columns),
                new DataPlaces(
                        file.place(),
                        columns.stream().map(JsonNode::place).toList(),
                        fields.find("encode").map(JsonNode::place)));
    }

    private DataSource source(JsonNode file, List<JsonNode> columns) {
        if (fields.has("npy")) {
            return new NpyData(file.text("the path of a NumPy file (.npy) in a string"));
        }
        if (fields.has("json")) {
            return new JsonData(file.text("the path of a JSON file in a string"));
        }
        return new CsvData(
                file.text("the path of a CSV file"),
                header(),
                fields.find("separator").map(DataReader::separator).orElse(','),
                columns.stream().map(DataReader::column).toList(),
                fields.find("encode").map(DataReader::encoding).orElse(new Encoding.Numbers()));
    }

    private Header header() {
        return fields.find("header")
                .map(node -> node.flag() ? Header.PRESENT : Header.ABSENT)
                .orElse(Header.ASSUMED);
    }

    private static char separator(JsonNode node) {
        if (node.value() instanceof JsonValue.Text text
                && text.value().length() == 1
                && SEPARATORS.contains(text.value())) {
            return text.value().charAt(0);
        }
        throw node.expected("one of \",\", \";\", \"|\" or \"\\t\"");
    }

    private List<JsonNode> columns() {
        Optional<JsonNode> node = fields.find("columns");
        if (node.isEmpty()) {
            return List.of();
        }
        List<JsonNode> columns = node.get().items("an array of names or numbers of columns");
        if (columns.isEmpty()) {
            throw node.get().problem("expected at least one column; without \"columns\" all numeric ones are read");
        }
        return columns;
    }

    private static Column column(JsonNode node) {
        if (node.isText()) {
            return new Column.Named(node.text("the name of a column").strip());
        }
        if (node.value() instanceof JsonValue.Numeral number && number.isWhole() && number.value() >= 1) {
            return new Column.Numbered((int) number.value());
        }
        throw node.expected("the name of a column in a string, or its number from 1");
    }

    private static Encoding encoding(JsonNode node) {
        if (node.isObject()) {
            return new Encoding.Mapped(numbers(node));
        }
        String label = node.text(AN_ENCODING);
        if (!ENCODINGS.contains(label)) {
            throw node.problem(
                    "expected " + AN_ENCODING + ", found \"" + label + "\"" + Words.suggestion(label, ENCODINGS));
        }
        return label.equals("labels") ? new Encoding.Labels() : new Encoding.OneHot();
    }

    private static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        node.members(AN_ENCODING)
                .forEach((category, number) -> numbers.put(category.strip(), number.number("a number")));
        if (numbers.isEmpty()) {
            throw node.problem("expected a number for at least one category, found an empty object");
        }
        return numbers;
    }
}
