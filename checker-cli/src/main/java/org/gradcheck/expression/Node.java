package org.gradcheck.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.function.ArgumentShapes;
import org.gradcheck.expression.function.Arguments;
import org.gradcheck.expression.function.Kernel;
import org.gradcheck.expression.shape.Shape;

/** A checked expression, ready to evaluate. */
sealed interface Node {

    Shape shape();

    /** Whether no variable has any influence. */
    boolean fixed();

    <M> M evaluate(Frame<M> frame);

    /** The value of a scalar known before evaluation. */
    default OptionalDouble constant() {
        return OptionalDouble.empty();
    }

    /** The name of the size that the constant is. */
    default Optional<String> constantName() {
        return Optional.empty();
    }

    /** A scalar known before evaluation. */
    record Constant(double value, Optional<String> name) implements Node {

        Constant(double value) {
            this(value, Optional.empty());
        }

        @Override
        public Shape shape() {
            return Shape.SCALAR;
        }

        @Override
        public boolean fixed() {
            return true;
        }

        @Override
        public OptionalDouble constant() {
            return OptionalDouble.of(value);
        }

        @Override
        public Optional<String> constantName() {
            return name;
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            return frame.arithmetic().scalar(value);
        }
    }

    /** A variable, definition or bound name. */
    record Slot(int slot, Shape shape, boolean fixed) implements Node {
        @Override
        public <M> M evaluate(Frame<M> frame) {
            return frame.get(slot);
        }
    }

    /** The computation of an operator with one operand. */
    @FunctionalInterface
    interface UnaryKernel {
        <M> M evaluate(Arithmetic<M> on, M x);
    }

    record Unary(UnaryKernel kernel, Node operand, Shape shape) implements Node {
        @Override
        public boolean fixed() {
            return operand.fixed();
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            return kernel.evaluate(frame.arithmetic(), operand.evaluate(frame));
        }
    }

    /** The computation of an operator with two operands. */
    @FunctionalInterface
    interface BinaryKernel {
        <M> M evaluate(Arithmetic<M> on, M left, M right);
    }

    record Binary(BinaryKernel kernel, Node left, Node right, Shape shape) implements Node {
        @Override
        public boolean fixed() {
            return left.fixed() && right.fixed();
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            return kernel.evaluate(frame.arithmetic(), left.evaluate(frame), right.evaluate(frame));
        }
    }

    record Call(Kernel kernel, List<Node> arguments, ArgumentShapes checked, Shape shape) implements Node {
        @Override
        public boolean fixed() {
            return arguments.stream().allMatch(Node::fixed);
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            List<M> values = new ArrayList<>(arguments.size());
            for (Node argument : arguments) {
                values.add(argument.evaluate(frame));
            }
            return kernel.evaluate(frame.arithmetic(), new Arguments<>(values, checked, shape));
        }
    }

    /** A contiguous part; places count from 0. */
    record Part(Node target, int firstRow, int firstColumn, Shape shape) implements Node {
        @Override
        public boolean fixed() {
            return target.fixed();
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            M value = target.evaluate(frame);
            return frame.arithmetic().part(value, firstRow, firstColumn, shape.rowCount(), shape.columnCount());
        }
    }

    /** A matrix built from blocks. */
    record Assembly(List<Arithmetic.Block<Node>> blocks, Shape shape) implements Node {
        @Override
        public boolean fixed() {
            return blocks.stream().allMatch(block -> block.content().fixed());
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            List<Arithmetic.Block<M>> values = new ArrayList<>(blocks.size());
            for (Arithmetic.Block<Node> block : blocks) {
                M content = block.content().evaluate(frame);
                values.add(new Arithmetic.Block<>(block.row(), block.column(), content));
            }
            return frame.arithmetic().assemble(shape.rowCount(), shape.columnCount(), values);
        }
    }

    /** Terms combined from left to right: an unrolled sum or product. */
    record Fold(BinaryKernel kernel, List<Node> terms, Shape shape) implements Node {
        @Override
        public boolean fixed() {
            return terms.stream().allMatch(Node::fixed);
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            M result = terms.get(0).evaluate(frame);
            for (Node term : terms.subList(1, terms.size())) {
                result = kernel.evaluate(frame.arithmetic(), result, term.evaluate(frame));
            }
            return result;
        }
    }

    /** The body applied again and again, its value put in the slot that it reads. */
    record Iteration(int slot, Node start, int times, Node body) implements Node {
        @Override
        public Shape shape() {
            return start.shape();
        }

        @Override
        public boolean fixed() {
            return start.fixed() && body.fixed();
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            M value = start.evaluate(frame);
            for (int i = 0; i < times; i++) {
                frame.put(slot, value);
                value = body.evaluate(frame);
            }
            return value;
        }
    }

    /** A local function in the place of its call: values for its parameters and definitions, then its result. */
    record Inlined(List<CheckedExpression.Definition> definitions, Node result) implements Node {
        @Override
        public Shape shape() {
            return result.shape();
        }

        @Override
        public boolean fixed() {
            return result.fixed();
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            for (CheckedExpression.Definition definition : definitions) {
                frame.put(definition.slot(), definition.value().evaluate(frame));
            }
            return result.evaluate(frame);
        }
    }
}
