package org.gradcheck.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.expression.function.Spelling;
import org.gradcheck.expression.shape.Shape;

/** Turns a tree into nodes: resolves names, checks shapes, computes constants. */
final class Checker {

    private static final long LARGEST_RESULT = 50_000_000;
    private static final int MOST_NODES = 1_000_000;

    private final Source source;
    private final Scope scope;
    private final OperatorRules operators;
    private final CallRules calls;
    private final IndexRules indices;
    private final BindingRules bindings;
    private final Map<String, Node> locals = new HashMap<>();
    private final Map<String, CheckedExpression.Input> inputs = new LinkedHashMap<>();
    private final Set<String> culprits = new LinkedHashSet<>();
    private Smoothness worst = Smoothness.ANALYTIC;
    private OptionalInt indexedSize = OptionalInt.empty();
    private int slots;
    private int nodes;

    private Checker(Source source, Scope scope) {
        this.source = source;
        this.scope = scope;
        this.operators = new OperatorRules(source);
        this.calls = new CallRules(source, scope.library());
        this.indices = new IndexRules(source, this);
        this.bindings = new BindingRules(source, this);
    }

    static CheckedExpression check(Source source, Program program, Scope scope) {
        Checker checker = new Checker(source, scope);
        List<CheckedExpression.Definition> definitions = new ArrayList<>();
        for (Program.Definition definition : program.definitions()) {
            Node value = checker.node(definition.value());
            if (value.constant().isPresent()) {
                checker.locals.put(definition.name(), value);
            } else {
                Node.Slot slot = checker.newSlot(value.shape(), value.fixed());
                checker.locals.put(definition.name(), slot);
                definitions.add(new CheckedExpression.Definition(slot.slot(), value));
            }
        }
        Node result = checker.node(program.result());
        return new CheckedExpression(
                source.text(),
                List.copyOf(checker.inputs.values()),
                definitions,
                result,
                checker.slots,
                new CheckedExpression.Roughness(checker.worst, List.copyOf(checker.culprits)));
    }

    Node.Slot newSlot(Shape shape, boolean fixed) {
        return new Node.Slot(slots++, shape, fixed);
    }

    /** Checks an expression in which one more name is bound. */
    Node nodeWith(String name, Node value, Expression expression) {
        Optional<Node> hidden = Optional.ofNullable(locals.put(name, value));
        Node result = node(expression);
        hidden.ifPresentOrElse(old -> locals.put(name, old), () -> locals.remove(name));
        return result;
    }

    /** Checks an index, in which {@code end} means the given size. */
    Node nodeInIndex(int size, Expression expression) {
        OptionalInt outer = indexedSize;
        indexedSize = OptionalInt.of(size);
        Node result = node(expression);
        indexedSize = outer;
        return result;
    }

    Node node(Expression expression) {
        if (++nodes > MOST_NODES) {
            throw source.problem(
                    expression.span(),
                    "the expression has more than " + MOST_NODES + " parts once loops are unrolled",
                    "");
        }
        Node node = rawNode(expression);
        if (node.shape().entryCount() > LARGEST_RESULT) {
            throw source.problem(
                    expression.span(),
                    "the result would be " + node.shape() + ", more than " + LARGEST_RESULT + " entries",
                    "");
        }
        return node;
    }

    private Node rawNode(Expression expression) {
        if (expression instanceof Expression.Literal literal) {
            return new Node.Constant(literal.value());
        }
        if (expression instanceof Expression.Name name) {
            return name(name);
        }
        if (expression instanceof Expression.Group group) {
            return node(group.inner());
        }
        if (expression instanceof Expression.Negation negation) {
            Node operand = node(negation.operand());
            return folded(new Node.Unary(Arithmetic::negate, operand, operand.shape()), List.of(operand));
        }
        if (expression instanceof Expression.Transpose transpose) {
            Node operand = node(transpose.operand());
            Shape shape = operand.shape();
            return shape.isScalar() ? operand : new Node.Unary(Arithmetic::transpose, operand, shape.transposed());
        }
        if (expression instanceof Expression.Infix infix) {
            return infix(infix);
        }
        if (expression instanceof Expression.Application application) {
            return application(application);
        }
        if (expression instanceof Expression.Field field) {
            return field(field);
        }
        if (expression instanceof Expression.Blocks blocks) {
            return BlockRules.assemble(source, blocks, this::node);
        }
        if (expression instanceof Expression.Binding binding) {
            return bindings.node(binding);
        }
        throw source.problem(
                expression.span(),
                "unexpected '" + source.part(expression.span()) + "': ranges only stand in an index",
                "A(1:2, :) is an index of the matrix A");
    }

    private Node infix(Expression.Infix infix) {
        Node left = node(infix.left());
        Node right = node(infix.right());
        Node node = operators.node(infix, left, right);
        Node result = folded(node, List.of(left, right));
        if (OperatorRules.isComparison(infix.operator())) {
            note(result, infix.operator().symbol(), Smoothness.PIECEWISE);
        }
        return result;
    }

    private Node application(Expression.Application application) {
        if (application.target() instanceof Expression.Name name) {
            Optional<Node> variable = variable(name);
            if (variable.isPresent()) {
                return indices.part(application, variable.get());
            }
            if (scope.sizes().containsKey(name.name())) {
                throw source.problem(
                        application.span(),
                        name.name() + " is a number and has no entries",
                        "products are written with *");
            }
            return call(name.name(), name.span(), application);
        }
        if (application.target() instanceof Expression.Literal) {
            throw source.problem(
                    application.span(), "a number cannot be called or indexed", "products are written with *");
        }
        return indices.part(application, node(application.target()));
    }

    private Node field(Expression.Field field) {
        if (field.target() instanceof Expression.Application application
                && application.target() instanceof Expression.Name name
                && variable(name).isEmpty()) {
            Span span = name.span().to(field.nameSpan());
            return call(
                    calls.fullName(name.name(), field, span),
                    name.span(),
                    new Expression.Application(name, application.arguments(), field.span()));
        }
        throw source.problem(
                field.nameSpan(), "." + field.name() + " selects an output of a function, as in svd(A).U", "");
    }

    private Node call(String function, Span nameSpan, Expression.Application application) {
        CallRules.Target target = calls.target(function, nameSpan, application, knownNames());
        List<Node> arguments = new ArrayList<>();
        for (Expression argument : application.arguments()) {
            arguments.add(node(argument));
        }
        Node result = folded(calls.node(target, application, arguments), arguments);
        note(result, target.function().name(), target.function().smoothness());
        return result;
    }

    /** Remembers a function that is not analytic, unless what it is applied to never varies. */
    private void note(Node node, String name, Smoothness smoothness) {
        if (smoothness != Smoothness.ANALYTIC && !node.fixed()) {
            culprits.add(name);
            worst = worst.worseOf(smoothness);
        }
    }

    /** The node, or its value where that is a scalar and only constants enter. */
    private static Node folded(Node node, List<Node> operands) {
        boolean known = node.shape().isScalar()
                && !(node instanceof Node.Constant)
                && operands.stream().allMatch(operand -> operand.constant().isPresent());
        if (!known) {
            return node;
        }
        Frame<DMatrixRMaj> frame = new Frame<>(RealArithmetic.INSTANCE, List.of());
        return new Node.Constant(node.evaluate(frame).data[0]);
    }

    private Optional<Node> variable(Expression.Name name) {
        Node local = locals.get(name.name());
        if (local != null) {
            return Optional.of(local);
        }
        Shape shape = scope.variables().get(name.name());
        if (shape == null) {
            return Optional.empty();
        }
        CheckedExpression.Input input = inputs.computeIfAbsent(
                name.name(),
                key -> new CheckedExpression.Input(key, newSlot(shape, false).slot(), shape));
        return Optional.of(new Node.Slot(input.slot(), shape, false));
    }

    private Node name(Expression.Name expression) {
        Optional<Node> variable = variable(expression);
        if (variable.isPresent()) {
            return variable.get();
        }
        String name = expression.name();
        Integer size = scope.sizes().get(name);
        if (size != null) {
            return new Node.Constant(size, Optional.of(name));
        }
        if (name.equals("end") && indexedSize.isPresent()) {
            return new Node.Constant(indexedSize.getAsInt());
        }
        if (name.equals("pi")) {
            return new Node.Constant(Math.PI);
        }
        throw unknown(expression);
    }

    private ExpressionException unknown(Expression.Name expression) {
        String name = expression.name();
        Set<String> known = knownNames();
        Optional<String> nearest = Spelling.nearest(name, known);
        String inScope = known.isEmpty() ? "no variable is in scope" : "in scope: " + String.join(", ", known);
        String hint =
                nearest.map(candidate -> "did you mean " + candidate + "? ").orElse("") + inScope;
        Optional<String> signature = scope.library().find(name).map(found -> found.signature());
        if (signature.isPresent()) {
            return source.problem(expression.span(), name + " is a function", "call it: " + signature.get());
        }
        return source.problem(expression.span(), "unknown name " + name, hint);
    }

    private Set<String> knownNames() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
        names.addAll(scope.variables().keySet());
        names.addAll(scope.sizes().keySet());
        names.addAll(locals.keySet());
        return names;
    }
}
