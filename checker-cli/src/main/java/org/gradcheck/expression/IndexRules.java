package org.gradcheck.expression;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradcheck.expression.function.ArgumentShapes;
import org.gradcheck.expression.function.FunctionLibrary;
import org.gradcheck.expression.function.LanguageFunction;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/** Indices: {@code A(i, j)}, {@code A(:, j)}, {@code A(a:b, c:d)}, {@code x(i)}, {@code x(a:b)}; from 1, ends included. */
final class IndexRules {

    private final Source source;
    private final Checker checker;

    IndexRules(Source source, Checker checker) {
        this.source = source;
        this.checker = checker;
    }

    /** The places that an index takes along one dimension; {@code first} counts from 0. */
    private record Interval(int first, Size count) {}

    Node part(Expression.Application index, Node target) {
        Shape shape = target.shape();
        List<Expression> places = index.arguments();
        if (places.size() == 2) {
            Interval rows = interval(places.get(0), shape.rows(), "row", index, shape);
            Interval columns = interval(places.get(1), shape.columns(), "column", index, shape);
            return new Node.Part(target, rows.first(), columns.first(), new Shape(rows.count(), columns.count()));
        }
        if (places.size() != 1) {
            throw source.problem(
                    index.span(),
                    name(index) + " is " + shape + ": an index has one or two parts, found " + places.size(),
                    "");
        }
        if (!shape.isVector() && places.get(0) instanceof Expression.Everything) {
            return stacked(target);
        }
        if (!shape.isVector()) {
            throw source.problem(
                    index.span(),
                    name(index) + " is " + shape + ": a matrix needs two indices",
                    "write " + name(index) + "(i, j), or vec(" + name(index) + ")(i) to count along the columns");
        }
        if (shape.isColumn()) {
            Interval rows = interval(places.get(0), shape.rows(), "entry", index, shape);
            return new Node.Part(target, rows.first(), 0, new Shape(rows.count(), Size.ONE));
        }
        Interval columns = interval(places.get(0), shape.columns(), "entry", index, shape);
        return new Node.Part(target, 0, columns.first(), new Shape(Size.ONE, columns.count()));
    }

    /** A(:) is vec(A). */
    private static Node stacked(Node matrix) {
        LanguageFunction vec = FunctionLibrary.standard().find("vec").orElseThrow();
        ArgumentShapes shapes = new ArgumentShapes(
                vec, List.of(matrix.shape()), List.of(OptionalDouble.empty()), List.of(Optional.empty()));
        return new Node.Call(
                vec.kernel(), List.of(matrix), shapes, vec.shapeRule().resultFor(shapes));
    }

    private Interval interval(Expression place, Size size, String what, Expression.Application index, Shape shape) {
        if (place instanceof Expression.Everything) {
            return new Interval(0, size);
        }
        if (place instanceof Expression.Range range) {
            int first = number(range.first(), size, what, index, shape);
            int last = number(range.last(), size, what, index, shape);
            if (last < first) {
                throw source.problem(range.span(), "the range " + first + ":" + last + " is empty", "");
            }
            boolean whole = first == 1 && last == size.value();
            return new Interval(first - 1, whole ? size : Size.of(last - first + 1));
        }
        return new Interval(number(place, size, what, index, shape) - 1, Size.ONE);
    }

    private int number(Expression place, Size size, String what, Expression.Application index, Shape shape) {
        Node node = checker.nodeInIndex(size.value(), place);
        if (node.constant().isEmpty()) {
            throw source.problem(
                    place.span(),
                    "an index must be a number known before evaluation",
                    place instanceof Expression.Blocks
                            ? "an index is a number or a range; blocks put parts together: [A(:, 1), A(:, 3)]"
                            : "use a number, a named size, rows(A), cols(A) or end; if a product is meant, write *");
        }
        double value = node.constant().getAsDouble();
        if (value != Math.rint(value)) {
            throw source.problem(place.span(), "an index must be a whole number, found " + value, "");
        }
        if (value < 1 || value > size.value()) {
            throw source.problem(
                    place.span(),
                    what + " " + (long) value + " is out of range: " + name(index) + " is " + shape,
                    value == 0 ? "indices count from 1" : "");
        }
        return (int) value;
    }

    private String name(Expression.Application index) {
        return index.target() instanceof Expression.Name name ? name.name() : "the indexed expression";
    }
}
