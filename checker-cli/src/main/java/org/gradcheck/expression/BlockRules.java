package org.gradcheck.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/** Blocks {@code [a, b; c, d]}: equal heights within a row, equal widths of all rows. */
final class BlockRules {

    private BlockRules() {}

    static Node assemble(Source source, Expression.Blocks expression, Function<Expression, Node> check) {
        List<Arithmetic.Block<Node>> blocks = new ArrayList<>();
        long height = 0;
        long width = 0;
        for (List<Expression> row : expression.rows()) {
            long filled = 0;
            Size rowHeight = Size.ONE;
            for (Expression part : row) {
                Node node = check.apply(part);
                Shape shape = node.shape();
                if (filled > 0 && !shape.rows().sameAs(rowHeight)) {
                    throw source.problem(
                            part.span(),
                            "blocks beside each other need equal numbers of rows: this one is " + shape
                                    + ", those before have "
                                    + rowHeight.name().map(name -> name + " = ").orElse("") + rowHeight.value(),
                            shape.columns().sameAs(rowHeight) ? "transpose it" : "");
                }
                rowHeight = shape.rows();
                blocks.add(new Arithmetic.Block<>((int) height, (int) filled, node));
                filled = limited(source, part, filled + shape.columnCount());
            }
            if (height > 0 && filled != width) {
                Span span = row.get(0).span().to(row.get(row.size() - 1).span());
                throw source.problem(
                        span,
                        "rows of blocks need equal numbers of columns: this one has " + filled + ", those above have "
                                + width,
                        "");
            }
            width = filled;
            height = limited(source, expression, height + rowHeight.value());
        }
        if (blocks.size() == 1) {
            return blocks.get(0).content();
        }
        return new Node.Assembly(List.copyOf(blocks), new Shape(Size.of((int) height), Size.of((int) width)));
    }

    private static long limited(Source source, Expression part, long size) {
        if (size > Integer.MAX_VALUE) {
            throw source.problem(part.span(), "the result is too large", "");
        }
        return size;
    }
}
