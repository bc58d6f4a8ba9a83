package org.gradcheck.spec;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.spec.json.JsonMatrix;
import org.gradcheck.spec.json.JsonTreeException;

/** Reads values written in a spec: a number, an array as a column, nested arrays as rows. */
final class LiteralReader {

    private LiteralReader() {}

    static DMatrixRMaj read(JsonNode node, String what) {
        try {
            return JsonMatrix.read(node.value(), node.pointer(), what);
        } catch (JsonTreeException e) {
            throw new SpecException(new Place(node.file(), Optional.of(e.position()), e.pointer()), e.problem());
        }
    }
}
