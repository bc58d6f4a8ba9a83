package org.gradcheck.spec;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.gradcheck.expression.shape.Shape;

/**
 * A stage of a chain whose names and shapes fit.
 *
 * @param spec the stage as written
 * @param function its function, of variables and of values of earlier stages
 * @param inputs what it is differentiated with respect to
 */
public record CompiledStage(StageSpec spec, BoundFunction function, List<BoundVariable> inputs) {

    public CompiledStage {
        inputs = List.copyOf(inputs);
    }

    /** The shape of its value. */
    public Shape shape() {
        return function.only();
    }

    /** The names of what it is differentiated with respect to. */
    public List<String> inputNames() {
        return inputs.stream().map(BoundVariable::name).toList();
    }

    /** Its inputs, and what else it takes and holds constant. */
    Set<String> takes() {
        Set<String> names = new LinkedHashSet<>(inputNames());
        names.addAll(function.inputNames());
        return names;
    }
}
