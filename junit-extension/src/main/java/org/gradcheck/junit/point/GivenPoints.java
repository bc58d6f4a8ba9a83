package org.gradcheck.junit.point;

import java.lang.reflect.Array;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.BaseStream;
import org.gradcheck.structure.Structure;

/**
 * Reads points that a test gives.
 *
 * @param type the type of the parameter
 * @param request sizes that all of them must have, and the structure they are in
 */
public record GivenPoints(Type type, PointRequest request) {

    /** Points written as text. */
    public PointSource ofTexts(List<String> texts) {
        return listed(texts.stream()
                .<Object>map(text -> PointParser.parse(leaf(), text))
                .toList());
    }

    /** Points that are the rows of a table of numbers; matrices by rows. A first row without numbers is a heading. */
    public PointSource ofTable(List<String> lines) {
        List<Object> points = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (!line.isEmpty() && !line.startsWith("#") && !(points.isEmpty() && isHeading(line))) {
                points.add(ofRow(line, i + 1));
            }
        }
        return listed(points);
    }

    private static boolean isHeading(String line) {
        return Arrays.stream(line.split("[,;\t]")).noneMatch(GivenPoints::isNumber);
    }

    private static boolean isNumber(String text) {
        try {
            return !Double.isNaN(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private Object ofRow(String line, int number) {
        String[] cells = line.split("[,;\t]", -1);
        double[] entries = new double[cells.length];
        for (int i = 0; i < cells.length; i++) {
            try {
                entries[i] = Double.parseDouble(cells[i].strip());
            } catch (NumberFormatException e) {
                throw new PointProblemException("has in line " + number + ", column " + (i + 1) + " of its table \""
                        + cells[i].strip() + "\", where a number should be");
            }
        }
        LeafType<?> leaf = leaf();
        PointSizes sizes = request.sizes();
        return switch (leaf.shape()) {
            case NONE -> row(leaf, entries, 1, 1, number);
            case DIMENSION -> row(leaf, entries, entries.length, 1, number);
            case ROWS_AND_COLUMNS -> {
                sizes.require(leaf.shape());
                yield row(leaf, entries, sizes.rows(), sizes.columns(), number);
            }
        };
    }

    private static Object row(LeafType<?> leaf, double[] entries, int rows, int columns, int number) {
        if (entries.length != rows * columns) {
            throw new PointProblemException("has in line " + number + " of its table " + entries.length
                    + " numbers, where " + rows * columns + " should be");
        }
        return PointParser.ofEntries(leaf, entries, rows, columns);
    }

    /** Points that a method returned: one, or a stream, iterable, iterator or array of them. */
    public PointSource ofObjects(Object result) {
        return listed(elements(result).stream().map(this::converted).toList());
    }

    /** One argument, as a point of the type. */
    public Object converted(Object argument) {
        Class<?> raw = PointKinds.raw(type);
        Optional<LeafType<?>> leaf = LeafType.of(raw);
        if (leaf.isPresent() && argument instanceof CharSequence text) {
            return PointParser.parse(leaf.get(), text.toString());
        }
        if (raw == double.class && argument instanceof Number number) {
            return number.doubleValue();
        }
        Class<?> boxed = raw == double.class ? Double.class : raw;
        if (boxed.isInstance(argument)) {
            return argument;
        }
        throw new PointProblemException("is given a " + argument.getClass().getSimpleName());
    }

    private List<?> elements(Object result) {
        if (isOnePoint(result)) {
            return List.of(result);
        }
        if (result instanceof BaseStream<?, ?> stream) {
            try (stream) {
                return all(stream.iterator());
            }
        }
        if (result instanceof Iterator<?> iterator) {
            return all(iterator);
        }
        if (result instanceof Iterable<?> iterable) {
            return all(iterable.iterator());
        }
        if (result.getClass().isArray()) {
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < Array.getLength(result); i++) {
                all.add(Array.get(result, i));
            }
            return all;
        }
        throw new PointProblemException("is given a " + result.getClass().getSimpleName()
                + ", where a stream, collection or array of points should be");
    }

    /** A matrix given as rows is one point, and so is a list where the parameter is one that does not hold lists. */
    private boolean isOnePoint(Object result) {
        Class<?> raw = PointKinds.raw(type);
        if (PointKinds.isList(raw)) {
            return result instanceof Collection<?> list
                    && list.stream().noneMatch(Collection.class::isInstance)
                    && !isListOfLists();
        }
        return raw.isInstance(result) || (raw == double.class && result instanceof Double);
    }

    private boolean isListOfLists() {
        return type instanceof ParameterizedType list
                && PointKinds.isList(PointKinds.raw(list.getActualTypeArguments()[0]));
    }

    private static List<?> all(Iterator<?> iterator) {
        List<Object> all = new ArrayList<>();
        iterator.forEachRemaining(all::add);
        return all;
    }

    private LeafType<?> leaf() {
        return LeafType.of(PointKinds.raw(type))
                .orElseThrow(() -> new PointProblemException(
                        "cannot be read from text; give such points by `method`, or by an @ArgumentsSource"));
    }

    private PointSource listed(List<?> points) {
        Optional<Structure> structure = request.structure();
        for (Object point : points) {
            requireSizes(point);
        }
        return new PointSource.Listed(points, structure);
    }

    private void requireSizes(Object point) {
        PointKind<?> kind = PointKinds.like(point, request.structure());
        PointSizes sizes = request.sizes();
        if (kind instanceof Leaf<?> leaf) {
            boolean fits = leaf.type().shape() == Shape.ROWS_AND_COLUMNS
                    ? isSize(sizes.rows(), leaf.rows()) && isSize(sizes.columns(), leaf.columns())
                    : isSize(sizes.dimension(), leaf.rows());
            if (!fits) {
                throw new PointProblemException(
                        "has a point of the size " + leaf.rows() + "×" + leaf.columns() + ", other than it says");
            }
        }
    }

    private static boolean isSize(int said, int actual) {
        return said == 0 || said == actual;
    }
}
