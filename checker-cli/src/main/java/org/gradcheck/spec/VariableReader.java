package org.gradcheck.spec;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradcheck.derivative.GradientConvention;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;
import org.gradcheck.point.Distribution;
import org.gradcheck.spec.wording.Words;
import org.gradcheck.structure.Structure;

/** Reads the declarations of variables. */
final class VariableReader {

    /** The largest size; how many entries there may be is known only when a spec is compiled. */
    static final int LARGEST_SIZE = Integer.MAX_VALUE;

    private static final String A_VARIABLE =
            "a number, an array of numbers, or an object with \"shape\", \"value\", \"csv\", \"npy\" or \"json\"";
    private static final String A_SHAPE = "[] for a scalar, [n] for a column vector or [m, n] for a matrix";

    private static final List<String> CONVENTIONS = Arrays.stream(GradientConvention.values())
            .map(GradientConvention::label)
            .toList();

    private final Map<String, Integer> sizes;
    private final Geometry plain;

    /** @param convention of the gradients of variables that have none of their own */
    VariableReader(Map<String, Integer> sizes, GradientConvention convention) {
        this.sizes = sizes;
        this.plain = new Geometry(Optional.empty(), false, convention, Optional.empty());
    }

    /** The convention of gradients that an entry names. */
    static GradientConvention convention(JsonNode node) {
        String label = node.text("one of " + Words.oneOf(CONVENTIONS) + " in a string");
        return Arrays.stream(GradientConvention.values())
                .filter(convention -> convention.label().equals(label))
                .findFirst()
                .orElseThrow(() -> node.problem("expected one of " + Words.oneOf(CONVENTIONS) + ", found \"" + label
                        + "\"" + Words.suggestion(label, CONVENTIONS)));
    }

    /** The weight of an inner product: numbers or an expression. */
    static Geometry.Weight weight(JsonNode node) {
        return node.isText()
                ? new Geometry.Expressed(SpecReader.formula(node))
                : new Geometry.Literal(
                        LiteralReader.read(node, "a weight: a matrix, an array of diagonal entries, or an expression"),
                        node.place());
    }

    private Geometry geometry(JsonFields fields, Optional<Structure> structure) {
        return new Geometry(
                structure,
                fields.find("directions")
                        .map(node -> isAmbient(node, structure))
                        .orElse(false),
                fields.find("convention").map(VariableReader::convention).orElse(plain.convention()),
                fields.find("innerProduct").map(VariableReader::weight));
    }

    private static boolean isAmbient(JsonNode node, Optional<Structure> structure) {
        String label = node.text("\"tangent\" or \"ambient\"");
        if (!List.of("tangent", "ambient").contains(label)) {
            throw node.problem("expected \"tangent\" or \"ambient\", found \"" + label + "\""
                    + Words.suggestion(label, List.of("tangent", "ambient")));
        }
        if (structure.isEmpty()) {
            throw node.problem("\"directions\" are those of a structure, which this variable does not have; expected"
                    + " \"structure\" beside it");
        }
        return label.equals("ambient");
    }

    Variable read(String name, JsonNode node) {
        Names.requireName(name, node.place());
        if (sizes.containsKey(name)) {
            throw node.problem("\"" + name + "\" is both a variable and a size; expected different names");
        }
        if (!node.isObject()) {
            return new Variable(
                    name,
                    node.place(),
                    new Variable.Literal(LiteralReader.read(node, A_VARIABLE)),
                    Optional.empty(),
                    plain);
        }
        JsonFields fields = node.fields(Keys.VARIABLE, A_VARIABLE);
        fields.find("description").ifPresent(text -> text.text("text in a string"));
        requireOneOrigin(fields);
        Optional<Structure> structure = fields.find("structure").map(VariableReader::structure);
        Optional<Shape> declared = fields.find("shape").map(this::shape);
        Variable variable =
                new Variable(name, node.place(), origin(fields, declared), declared, geometry(fields, structure));
        structure.ifPresent(s -> requireFit(fields.require("structure", "a structure"), variable, s));
        return variable;
    }

    private static Variable.Origin origin(JsonFields fields, Optional<Shape> declared) {
        if (fields.has("value")) {
            JsonNode value = fields.require("value", "the values");
            return new Variable.Literal(LiteralReader.read(value, "a number or an array of numbers"));
        }
        Optional<Variable.Data> data = DataReader.read(fields);
        if (data.isPresent()) {
            return data.get();
        }
        return new Variable.Random(declared.orElseThrow(), distribution(fields));
    }

    private static void requireOneOrigin(JsonFields fields) {
        List<String> given = Stream.concat(Stream.of("value"), DataReader.FILES.stream())
                .filter(fields::has)
                .toList();
        if (given.size() > 1 || (given.isEmpty() && !fields.has("shape"))) {
            throw fields.owner()
                    .problem("expected one of \"shape\", \"value\", \"csv\", \"npy\" and \"json\", found "
                            + (given.isEmpty() ? "none of them" : String.join(" and ", given)));
        }
        refuse(fields, "columns", "csv");
        refuse(fields, "header", "csv");
        refuse(fields, "separator", "csv");
        refuse(fields, "encode", "columns");
        if (fields.has("distribution") && !given.isEmpty()) {
            throw fields.require("distribution", "a distribution")
                    .problem("\"distribution\" says how values are drawn, and \"" + given.get(0) + "\" gives them;"
                            + " expected one of the two");
        }
        if (fields.has("distribution") && fields.has("structure")) {
            throw fields.require("distribution", "a distribution")
                    .problem("a structure says how points are drawn, so \"distribution\" cannot be given beside it;"
                            + " expected one of the two");
        }
    }

    private static void refuse(JsonFields fields, String key, String companion) {
        if (fields.has(key) && !fields.has(companion)) {
            throw fields.require(key, key)
                    .problem("\"" + key + "\" goes with \"" + companion + "\", which this variable does not have");
        }
    }

    private Shape shape(JsonNode node) {
        List<JsonNode> items = node.items("a shape: " + A_SHAPE);
        if (items.size() > 2) {
            throw node.problem("expected a shape of at most two sizes, found " + items.size());
        }
        List<Size> parsed = items.stream().map(this::size).toList();
        return new Shape(parsed.isEmpty() ? Size.ONE : parsed.get(0), parsed.size() < 2 ? Size.ONE : parsed.get(1));
    }

    private Size size(JsonNode node) {
        if (!node.isText()) {
            return Size.of(node.wholeNumber(1, LARGEST_SIZE));
        }
        String name = node.text("the name of a size");
        Integer size = sizes.get(name);
        if (size == null) {
            throw node.problem("unknown size \"" + name + "\"; "
                    + (sizes.isEmpty()
                            ? "expected a number, or \"sizes\" that says what it is"
                            : "expected a number or one of " + Words.listed(sizes.keySet())
                                    + Words.suggestion(name, sizes.keySet())));
        }
        return Size.named(name, size);
    }

    private static Distribution distribution(JsonFields fields) {
        Optional<JsonNode> given = fields.find("distribution");
        if (given.isEmpty()) {
            return Distribution.spread();
        }
        JsonNode node = given.get();
        JsonFields kinds =
                node.fields(Keys.DISTRIBUTION, "{ \"normal\": [mean, deviation] } or { \"uniform\": [from, to] }");
        if (kinds.members().size() != 1) {
            throw node.problem("expected either \"normal\" or \"uniform\", found "
                    + (kinds.members().isEmpty() ? "neither" : "both"));
        }
        Optional<JsonNode> normal = kinds.find("normal");
        if (normal.isPresent()) {
            double[] parameters = pair(normal.get(), "[mean, deviation]");
            if (!(parameters[1] > 0)) {
                throw normal.get().problem("expected a positive deviation, found " + parameters[1]);
            }
            return new Distribution.Normal(parameters[0], parameters[1]);
        }
        JsonNode uniform = kinds.require("uniform", "[from, to]");
        double[] ends = pair(uniform, "[from, to]");
        if (!(ends[0] < ends[1])) {
            throw uniform.problem(
                    "expected an interval that ends after it begins, found [" + ends[0] + ", " + ends[1] + "]");
        }
        if (!Double.isFinite(ends[1] - ends[0])) {
            throw uniform.problem("expected an interval of finite length, found [" + ends[0] + ", " + ends[1] + "]");
        }
        return new Distribution.Uniform(ends[0], ends[1]);
    }

    private static double[] pair(JsonNode node, String what) {
        List<JsonNode> items = node.items("two numbers " + what);
        if (items.size() != 2) {
            throw node.problem(
                    "expected two numbers " + what + ", found " + Words.count(items.size(), "item", "items"));
        }
        return new double[] {items.get(0).number("a number"), items.get(1).number("a number")};
    }

    private static Structure structure(JsonNode node) {
        String label = node.text("the name of a structure");
        return Structure.named(label)
                .orElseThrow(() -> node.problem("unknown structure \"" + label + "\"; expected one of "
                        + Words.listed(Structure.labels()) + Words.suggestion(label, Structure.labels())));
    }

    private static void requireFit(JsonNode node, Variable variable, Structure structure) {
        if (variable.origin() instanceof Variable.Random random
                && !structure
                        .fit()
                        .accepts(random.shape().rowCount(), random.shape().columnCount())) {
            throw node.problem("the structure \"" + structure.label() + "\" is of "
                    + structure.fit().label() + ", and \"" + variable.name() + "\" is " + random.shape());
        }
    }

    static Variable.Located located(JsonNode node, String what) {
        return new Variable.Located(node.text(what), node.place());
    }
}
