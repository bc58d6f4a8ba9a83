package org.gradcheck.expression;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.expression.shape.Shape;

/** Turns a tree into nodes: resolves names, checks shapes, computes constants. */
final class Checker {

    private final Source source;
    private final Scope scope;
    private final Tally tally;
    private final NameTable names;
    private final OperatorRules operators;
    private final CallRules calls;
    private final IndexRules indices;
    private final BindingRules bindings;
    private final FittingConstants constants;
    private final Set<String> callers;
    private OptionalInt indexedSize = OptionalInt.empty();

    /** @param callers the local functions whose bodies are being checked, from the outermost call to this one */
    private Checker(Source source, Scope scope, Tally tally, NameTable names, Set<String> callers) {
        this.callers = callers;
        this.source = source;
        this.scope = scope;
        this.tally = tally;
        this.names = names;
        this.operators = new OperatorRules(source);
        this.calls = new CallRules(source, scope.library());
        this.indices = new IndexRules(source, this);
        this.bindings = new BindingRules(source, this);
        this.constants = new FittingConstants(source, this);
    }

    static CheckedExpression check(Source source, Program program, Scope scope, Fit fit) {
        Tally tally = new Tally();
        Checker checker = new Checker(source, scope, tally, NameTable.of(source, scope, tally), Set.of());
        List<CheckedExpression.Definition> definitions = checker.definitions(program.definitions());
        Node result = checker.node(program.result(), fit);
        return new CheckedExpression(source.text(), tally.inputs(), definitions, result, tally.roughness());
    }

    /** Makes definitions known, and returns those that have to be evaluated. */
    private List<CheckedExpression.Definition> definitions(List<Program.Definition> definitions) {
        List<CheckedExpression.Definition> evaluated = new ArrayList<>();
        for (Program.Definition definition : definitions) {
            if (definition.isFunction()) {
                names.define(LocalFunction.of(definition.head(), source, definition.value()));
            } else {
                names.define(definition.name(), node(definition.value())).ifPresent(evaluated::add);
            }
        }
        return evaluated;
    }

    Node.Slot newSlot(Shape shape, boolean fixed) {
        return tally.newSlot(shape, fixed);
    }

    /** Checks an expression in which one more name is bound. */
    Node nodeWith(String name, Node value, Expression expression) {
        Optional<Node> before = names.bind(name, value);
        Node result = node(expression);
        names.restore(name, before);
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
        return node(expression, Fit.UNKNOWN);
    }

    private Node node(Expression expression, Fit fit) {
        tally.enter(source, expression.span());
        Node node = rawNode(expression, fit);
        tally.leave();
        if (node.shape().entryCount() > scope.most()) {
            throw source.problem(
                    expression.span(),
                    "the result would be " + node.shape() + ", " + node.shape().entryCount() + " entries; at most "
                            + scope.most() + " are allowed",
                    "--max-entries=N allows more");
        }
        return node;
    }

    private Node rawNode(Expression expression, Fit fit) {
        if (expression instanceof Expression.Literal literal) {
            return new Node.Constant(literal.value());
        }
        if (expression instanceof Expression.Name name) {
            return constants.isIdentity(name) ? constants.identity(name, fit) : name(name);
        }
        if (expression instanceof Expression.Group group) {
            return node(group.inner(), fit);
        }
        if (expression instanceof Expression.Negation negation) {
            Node operand = node(negation.operand(), fit);
            return folded(new Node.Unary(Node.UnaryKernel.NEGATE, operand, operand.shape()), List.of(operand));
        }
        if (expression instanceof Expression.Transpose transpose) {
            Node operand = node(transpose.operand(), fit.transposed());
            Shape shape = operand.shape();
            return shape.isScalar() ? operand : new Node.Unary(Node.UnaryKernel.TRANSPOSE, operand, shape.transposed());
        }
        if (expression instanceof Expression.Infix infix) {
            return infix(infix, fit);
        }
        if (expression instanceof Expression.Application application) {
            return constants.isFilled(application) ? constants.filled(application, fit) : application(application);
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

    private Node infix(Expression.Infix infix, Fit fit) {
        InfixOperator operator = infix.operator();
        Node left;
        Node right;
        if (constants.openness(infix.left()).compareTo(constants.openness(infix.right())) <= 0) {
            left = node(infix.left(), fit.ofLeft(operator));
            right = node(infix.right(), fit.ofRight(operator, left.shape()));
        } else {
            right = node(infix.right(), fit.ofRight(operator));
            left = node(infix.left(), fit.ofLeft(operator, right.shape()));
        }
        Node node = operators.node(infix, left, right);
        Node result = folded(node, List.of(left, right));
        if (OperatorRules.isComparison(infix.operator())) {
            tally.note(result, infix.operator().symbol(), Smoothness.PIECEWISE);
        }
        return result;
    }

    private Node application(Expression.Application application) {
        if (application.target() instanceof Expression.Name name) {
            Optional<Node> variable = names.variable(name.name());
            if (variable.isPresent()) {
                return indices.part(application, variable.get());
            }
            if (names.size(name.name()).isPresent()) {
                throw source.problem(
                        application.span(),
                        name.name() + " is a number and has no entries",
                        "products are written with *");
            }
            Optional<NameTable.Closure> closure = names.function(name.name());
            return closure.isPresent()
                    ? inlined(closure.get(), name.span(), application)
                    : call(name.name(), name.span(), application);
        }
        if (application.target() instanceof Expression.Literal) {
            throw source.problem(
                    application.span(), "a number cannot be called or indexed", "products are written with *");
        }
        return indices.part(application, node(application.target()));
    }

    /** The body of a local function, with its parameters as definitions in front. */
    private Node inlined(NameTable.Closure closure, Span nameSpan, Expression.Application call) {
        LocalFunction function = closure.function();
        calls.requireCount(function, nameSpan, call);
        NameTable known = new NameTable(function.source(), scope, tally, closure.locals(), closure.functions());
        Set<String> inside = new HashSet<>(callers);
        inside.add(function.name());
        Checker inner = new Checker(function.source(), scope, tally, known, inside);
        List<CheckedExpression.Definition> definitions = new ArrayList<>();
        List<String> shapes = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Node argument = node(call.arguments().get(i));
            String parameter = function.parameters().get(i);
            shapes.add(parameter + " " + argument.shape().inline());
            known.define(parameter, argument).ifPresent(definitions::add);
        }
        try {
            definitions.addAll(inner.definitions(function.definitions()));
            Node result = inner.node(function.body());
            return result.constant().isPresent() ? result : new Node.Inlined(definitions, result);
        } catch (ExpressionException problem) {
            String where = "in " + function.signature() + " with " + String.join(", ", shapes) + ": ";
            throw source.problem(
                    call.span(), tally.explained(where, problem), problem.hint().orElse(""));
        }
    }

    private Node field(Expression.Field field) {
        if (field.target() instanceof Expression.Application application
                && application.target() instanceof Expression.Name name
                && names.variable(name.name()).isEmpty()) {
            Span span = name.span().to(field.nameSpan());
            return call(
                    calls.fullName(name.name(), field, span),
                    name.span(),
                    new Expression.Application(name, application.arguments(), field.span()));
        }
        String target = source.part(field.target().span());
        boolean module = field.target() instanceof Expression.Name name
                && names.variable(name.name()).isEmpty()
                && names.size(name.name()).isEmpty();
        String hint = field.name().equals("T") || field.name().equals("H")
                ? "the transpose is written " + target + "'"
                : module || field.target() instanceof Expression.Field
                        ? "functions have no prefix: " + field.name() + "(…)"
                        : "";
        throw source.problem(
                field.nameSpan(), "." + field.name() + " selects an output of a function, as in svd(A).U", hint);
    }

    private Node call(String function, Span nameSpan, Expression.Application application) {
        if (callers.contains(function) && scope.library().find(function).isEmpty()) {
            throw source.problem(
                    nameSpan,
                    function + " calls itself",
                    "a function may use those defined before it; iter(x, x0, n, body) repeats a step n times");
        }
        CallRules.Target target = calls.target(function, nameSpan, application, names.known());
        List<Node> arguments = new ArrayList<>();
        for (Expression argument : application.arguments()) {
            arguments.add(node(argument));
        }
        Node result = folded(calls.node(target, application, arguments), arguments);
        tally.note(result, target.function().name(), target.function().smoothness());
        return result;
    }

    /** The node, or its value where that is a scalar and only constants enter. */
    private static Node folded(Node node, List<Node> operands) {
        boolean known = node.shape().isScalar()
                && !(node instanceof Node.Constant)
                && operands.stream().allMatch(operand -> operand.constant().isPresent());
        if (!known) {
            return node;
        }
        Frame<DMatrixRMaj> frame = new Frame<>(RealArithmetic.INSTANCE, 0);
        return new Node.Constant(node.evaluate(frame).data[0]);
    }

    /** Whether a name means nothing of the user's own. */
    boolean isFree(Expression.Name name) {
        return names.isFree(name.name());
    }

    private Node name(Expression.Name expression) {
        String name = expression.name();
        Optional<Node> variable = names.variable(name);
        if (variable.isPresent()) {
            return variable.get();
        }
        Optional<Integer> size = names.size(name);
        if (size.isPresent()) {
            return new Node.Constant(size.get(), Optional.of(name));
        }
        if (name.equals("end") && indexedSize.isPresent()) {
            return new Node.Constant(indexedSize.getAsInt());
        }
        if (name.equals("pi") || name.equals("π")) {
            return new Node.Constant(Math.PI);
        }
        throw names.unknown(expression);
    }
}
