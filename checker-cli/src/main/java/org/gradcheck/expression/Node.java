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

    /** A node whose value is computed from those of others and depends on nothing else. */
    sealed interface Operation extends Node {

        /** The nodes whose values enter. */
        List<Node> operands();

        /** The same operation on other operands, as many of them. */
        Operation with(List<Node> operands);
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

    /** The computation of an operator with one operand; equal ones are one object. */
    @FunctionalInterface
    interface UnaryKernel {

        UnaryKernel NEGATE = Arithmetic::negate;
        UnaryKernel TRANSPOSE = Arithmetic::transpose;

        <M> M evaluate(Arithmetic<M> on, M x);
    }

    record Unary(UnaryKernel kernel, Node operand, Shape shape) implements Operation {
        @Override
        public boolean fixed() {
            return operand.fixed();
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            return kernel.evaluate(frame.arithmetic(), operand.evaluate(frame));
        }

        @Override
        public List<Node> operands() {
            return List.of(operand);
        }

        @Override
        public Operation with(List<Node> operands) {
            return new Unary(kernel, operands.get(0), shape);
        }
    }

    /** The computation of an operator with two operands; equal ones are one object. */
    @FunctionalInterface
    interface BinaryKernel {

        BinaryKernel ADD = Arithmetic::add;
        BinaryKernel ADD_OVER = Arithmetic::addOver;
        BinaryKernel SUBTRACT = Arithmetic::subtract;
        BinaryKernel MULTIPLY = Arithmetic::multiply;
        BinaryKernel MULTIPLY_TRANSPOSED = Arithmetic::multiplyTransposed;
        BinaryKernel MULTIPLY_BY_TRANSPOSED = Arithmetic::multiplyByTransposed;
        BinaryKernel SCALE = Arithmetic::scale;
        BinaryKernel UNSCALE = Arithmetic::unscale;
        BinaryKernel SOLVE = Arithmetic::solve;

        <M> M evaluate(Arithmetic<M> on, M left, M right);
    }

    record Binary(BinaryKernel kernel, Node left, Node right, Shape shape) implements Operation {
        @Override
        public boolean fixed() {
            return left.fixed() && right.fixed();
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            return kernel.evaluate(frame.arithmetic(), left.evaluate(frame), right.evaluate(frame));
        }

        @Override
        public List<Node> operands() {
            return List.of(left, right);
        }

        @Override
        public Operation with(List<Node> operands) {
            return new Binary(kernel, operands.get(0), operands.get(1), shape);
        }
    }

    /**
     * x + factor·y in one go.
     *
     * @param over whether it may take the place of x, whose value nothing else uses
     */
    record ScaledSum(Node x, Node factor, Node y, boolean over, Shape shape) implements Operation {
        @Override
        public boolean fixed() {
            return x.fixed() && factor.fixed() && y.fixed();
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            M start = x.evaluate(frame);
            M scale = factor.evaluate(frame);
            M added = y.evaluate(frame);
            return over
                    ? frame.arithmetic().addScaledOver(start, scale, added)
                    : frame.arithmetic().addScaled(start, scale, added);
        }

        @Override
        public List<Node> operands() {
            return List.of(x, factor, y);
        }

        @Override
        public Operation with(List<Node> operands) {
            return new ScaledSum(operands.get(0), operands.get(1), operands.get(2), over, shape);
        }
    }

    record Call(Kernel kernel, List<Node> arguments, ArgumentShapes checked, Shape shape) implements Operation {
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

        @Override
        public List<Node> operands() {
            return arguments;
        }

        @Override
        public Operation with(List<Node> operands) {
            return new Call(kernel, operands, checked, shape);
        }
    }

    /** A contiguous part; places count from 0. */
    record Part(Node target, int firstRow, int firstColumn, Shape shape) implements Operation {
        @Override
        public boolean fixed() {
            return target.fixed();
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            M value = target.evaluate(frame);
            return frame.arithmetic().part(value, firstRow, firstColumn, shape.rowCount(), shape.columnCount());
        }

        @Override
        public List<Node> operands() {
            return List.of(target);
        }

        @Override
        public Operation with(List<Node> operands) {
            return new Part(operands.get(0), firstRow, firstColumn, shape);
        }
    }

    /** A matrix built from blocks. */
    record Assembly(List<Arithmetic.Block<Node>> blocks, Shape shape) implements Operation {
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

        @Override
        public List<Node> operands() {
            return blocks.stream().map(Arithmetic.Block::content).toList();
        }

        @Override
        public Operation with(List<Node> operands) {
            List<Arithmetic.Block<Node>> replaced = new ArrayList<>(blocks.size());
            for (int i = 0; i < blocks.size(); i++) {
                Arithmetic.Block<Node> block = blocks.get(i);
                replaced.add(new Arithmetic.Block<>(block.row(), block.column(), operands.get(i)));
            }
            return new Assembly(List.copyOf(replaced), shape);
        }
    }

    /** Terms combined from left to right: an unrolled sum or product. */
    record Fold(BinaryKernel kernel, List<Node> terms, Shape shape) implements Operation {
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

        @Override
        public List<Node> operands() {
            return terms;
        }

        @Override
        public Operation with(List<Node> operands) {
            return new Fold(kernel, operands, shape);
        }
    }

    /**
     * The body applied again and again, its value put in the slot that it reads.
     *
     * @param dependents the slots of shared values that depend on it and so are computed anew each time
     */
    record Iteration(int slot, Node start, int times, Node body, List<Integer> dependents) implements Node {

        Iteration(int slot, Node start, int times, Node body) {
            this(slot, start, times, body, List.of());
        }

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
                frame.forget(dependents);
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

    /** Values that are computed first, so that those behind them find them: evaluation goes no deeper than the text. */
    record Ordered(List<Node> first, Node result) implements Operation {
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
            for (Node node : first) {
                node.evaluate(frame);
            }
            return result.evaluate(frame);
        }

        @Override
        public List<Node> operands() {
            List<Node> operands = new ArrayList<>(first);
            operands.add(result);
            return operands;
        }

        @Override
        public Operation with(List<Node> operands) {
            return new Ordered(operands.subList(0, first.size()), operands.get(first.size()));
        }
    }

    /** A part that is used more than once: computed where it is met first, and found in its slot from then on. */
    record Shared(int slot, Node node) implements Node {
        @Override
        public Shape shape() {
            return node.shape();
        }

        @Override
        public boolean fixed() {
            return node.fixed();
        }

        @Override
        public <M> M evaluate(Frame<M> frame) {
            if (!frame.has(slot)) {
                frame.put(slot, node.evaluate(frame));
            }
            return frame.get(slot);
        }
    }
}
