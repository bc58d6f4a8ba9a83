package org.gradcheck.output;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** Documents against schemas, as a validator of JSON Schema that is not ours sees them. */
final class SchemaCheck {

    private SchemaCheck() {}

    /** What is wrong with a document by a schema of draft 2020-12. */
    static List<String> problems(JsonNode schema, JsonNode document) {
        return problems(SpecificationVersion.DRAFT_2020_12, schema, document);
    }

    static List<String> problems(SpecificationVersion draft, JsonNode schema, JsonNode document) {
        return SchemaRegistry.withDefaultDialect(draft).getSchema(schema).validate(document).stream()
                .map(error -> error.getInstanceLocation() + ": " + error.getMessage())
                .toList();
    }
}
