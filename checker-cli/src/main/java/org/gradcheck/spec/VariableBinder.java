package org.gradcheck.spec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Violation;
import org.gradcheck.spec.data.DataException;
import org.gradcheck.spec.data.Room;
import org.gradcheck.structure.Structure;

/** Loads the data of variables and checks that they have the structure they claim. */
final class VariableBinder {

    private final Path spec;
    private long entries;

    private VariableBinder(Path spec) {
        this.spec = spec;
    }

    static List<BoundVariable> bind(Spec spec) {
        VariableBinder binder = new VariableBinder(spec.path());
        List<BoundVariable> bound = new ArrayList<>();
        for (Variable variable : spec.variables()) {
            bound.add(binder.bind(variable));
        }
        return bound;
    }

    private BoundVariable bind(Variable variable) {
        if (variable.origin() instanceof Variable.Random random) {
            count(variable, random.shape().entryCount());
            return new BoundVariable(
                    variable.name(),
                    random.shape(),
                    variable.geometry(),
                    Optional.empty(),
                    new BoundVariable.Source.Drawn(random.distribution()));
        }
        DMatrixRMaj value = variable.origin() instanceof Variable.Data data
                ? load(data)
                : ((Variable.Literal) variable.origin()).values();
        count(variable, value.getNumElements());
        Shape found = Shape.of(value.numRows, value.numCols);
        Shape shape = variable.declared().orElse(found);
        if (!shape.sameAs(found)) {
            throw new SpecException(
                    variable.place(),
                    "\"" + variable.name() + "\" is declared as " + shape + ", and its values are " + found
                            + "; expected equal shapes, or no \"shape\" beside values");
        }
        BoundVariable bound = new BoundVariable(
                variable.name(), shape, variable.geometry(), Optional.empty(), new BoundVariable.Source.Fixed(value));
        variable.geometry().structure().ifPresent(structure -> requireStructure(variable, bound, structure, value));
        return bound;
    }

    private DMatrixRMaj load(Variable.Data data) {
        try {
            return data.source()
                    .read(spec, new Room(VariableReader.MOST_ENTRIES - entries, VariableReader.MOST_ENTRIES));
        } catch (DataException e) {
            throw new SpecException(data.places().of(e.subject()), e.problem());
        }
    }

    private void count(Variable variable, long more) {
        entries += more;
        if (entries > VariableReader.MOST_ENTRIES) {
            throw new SpecException(
                    variable.place(),
                    "\"" + variable.name() + "\" brings the variables of the spec to " + entries
                            + " entries; expected at most " + VariableReader.MOST_ENTRIES + " together");
        }
    }

    private static void requireStructure(
            Variable variable, BoundVariable bound, Structure structure, DMatrixRMaj value) {
        if (!structure.fit().accepts(value.numRows, value.numCols)) {
            throw new SpecException(
                    variable.place(),
                    "the structure \"" + structure.label() + "\" is of "
                            + structure.fit().label() + ", and \"" + variable.name() + "\" is " + bound.shape());
        }
        Manifold<DMatrixRMaj> set = structure.set().of(value.numRows, value.numCols);
        Violation violation = set.violation(set.coordinates(value));
        if (!violation.isRounding()) {
            throw new SpecException(
                    variable.place(),
                    "the value of \"" + variable.name() + "\" does not have the structure \"" + structure.label()
                            + "\" that it claims: " + violation.text() + "; expected one of "
                            + set.description());
        }
    }
}
