package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.space.Manifold;
import org.gradcheck.space.Violation;
import org.gradcheck.spec.data.DataException;
import org.gradcheck.spec.data.DataFolders;
import org.gradcheck.spec.data.Room;
import org.gradcheck.structure.Structure;

/** Loads the data of variables and checks that they have the structure they claim. */
final class VariableBinder {

    private final DataFolders folders;
    private final long most;
    private long entries;

    private VariableBinder(DataFolders folders, long most) {
        this.folders = folders;
        this.most = most;
    }

    static List<BoundVariable> bind(Spec spec, Limits limits) {
        VariableBinder binder = new VariableBinder(new DataFolders(spec.path(), limits.readable()), limits.entries());
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
            return data.source().read(folders, new Room(most - entries, most));
        } catch (DataException e) {
            throw new SpecException(data.places().of(e.subject()), e.problem());
        }
    }

    private void count(Variable variable, long more) {
        entries += more;
        if (entries > most) {
            throw new SpecException(
                    variable.place(),
                    "\"" + variable.name() + "\" brings the variables of the spec to " + entries
                            + " entries; expected at most " + most + " together. --max-entries=N allows more");
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
