package org.gradcheck.output;

import java.util.List;
import java.util.Locale;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.LanguageReference;
import org.gradcheck.expression.function.Description;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The functions of the expression language for machines: an array with an object for each. */
public final class FunctionJson {

    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private FunctionJson() {}

    /** The JSON text, ending with a line end. */
    public static String of(List<Description> functions) {
        ArrayNode root = JsonNodeFactory.instance.arrayNode();
        functions.forEach(function -> add(root.addObject(), function));
        return MAPPER.writeValueAsString(root) + "\n";
    }

    private static void add(ObjectNode node, Description function) {
        node.put("name", function.name());
        ArrayNode aliases = node.putArray("aliases");
        function.aliases().forEach(aliases::add);
        node.put("signature", function.signature());
        node.put("summary", function.summary());
        node.put("shapes", function.shapes());
        node.put("example", function.example());
        DMatrixRMaj value = LanguageReference.exampleValue(function);
        ArrayNode rows = node.putArray("value");
        for (int i = 0; i < value.numRows; i++) {
            ArrayNode row = rows.addArray();
            for (int j = 0; j < value.numCols; j++) {
                row.add(value.get(i, j));
            }
        }
        node.put("derivative", function.derivative());
        function.smoothness()
                .ifPresent(smoothness -> node.put(
                        "smoothness", smoothness.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
    }
}
