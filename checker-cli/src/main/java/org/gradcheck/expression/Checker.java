package org.gradcheck.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.Arithmetic;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.expression.function.LanguageFunction;
import org.gradcheck.expression.function.Smoothness;
import org.gradcheck.expression.function.Spelling;
import org.gradcheck.expression.shape.Shape;

/** Turns a tree into nodes: resolves names, checks shapes, computes constants. */
final class Checker {

    private static final long LARGEST_RESULT = 50_000_000;

    private final Source source;
    private final Scope scope;
    private final OperatorRules operators;
    private final CallRules calls;
    private final IndexRules indices;
    private final BindingRules bindings;
    private final Tally tally;
    private final Map<String, Node> locals;
    private final Map<String, Closure> functions;
    private OptionalInt indexedSize = OptionalInt.empty();

    private Checker(Source source, Scope scope, Tally tally, Map<String, Node> locals, Map<String, Closure> functions) {
        this.source = source;
        this.scope = scope;
        this.tally = tally;
        this.locals = new HashMap<>(locals);
        this.functions = new LinkedHashMap<>(functions);
        this.operators = new OperatorRules(source);
        this.calls = new CallRules(source, scope.library());
        this.indices = new IndexRules(source, this);
        this.bindings = new BindingRules(source, this);
    }

    /** A local function with what is known where it is defined. */
    private record Closure(LocalFunction function, Map<String, Node> locals, Map<String, Closure> functions) {}

    static CheckedExpression check(Source source, Program program, Scope scope) {
        Tally tally = new Tally();
        Map<String, Closure> functions = new LinkedHashMap<>();
        for (LocalFunction function : scope.functions()) {
            functions.put(function.name(), new Closure(function, Map.of(), Map.copyOf(functions)));
        }
        Checker checker = new Checker(source, scope, tally, Map.of(), functions);
        List<CheckedExpression.Definition> definitions = checker.definitions(program.definitions());
        Node result = checker.node(program.result());
        return new CheckedExpression(
                source.text(), tally.inputs(), definitions, result, tally.slots(), tally.roughness());
    }

    /** Makes definitions known, and returns those that have to be evaluated. */
    private List<CheckedExpression.Definition> definitions(List<Program.Definition> definitions) {
        List<CheckedExpression.Definition> evaluated = new ArrayList<>();
        for (Program.Definition definition : definitions) {
            if (definition.isFunction()) {
                LocalFunction function = LocalFunction.of(definition.head(), source, definition.value());
                functions.put(function.name(), new Closure(function, Map.copyOf(locals), Map.copyOf(functions)));
            } else {
                define(definition.name(), node(definition.value())).ifPresent(evaluated::add);
            }
        }
        return evaluated;
    }

    /** Makes a value known by a name; it has to be evaluated unless it is a constant. */
    private Optional<CheckedExpression.Definition> define(String name, Node value) {
        if (value.constant().isPresent()) {
            locals.put(name, value);
            return Optional.empty();
        }
        Node.Slot slot = newSlot(value.shape(), value.fixed());
        locals.put(name, slot);
        return Optional.of(new CheckedExpression.Definition(slot.slot(), value));
    }

    Node.Slot newSlot(Shape shape, boolean fixed) {
        return tally.newSlot(shape, fixed);
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
        tally.enter(source, expression.span());
        Node node = rawNode(expression);
        tally.leave();
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
            tally.note(result, infix.operator().symbol(), Smoothness.PIECEWISE);
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
            Closure closure = functions.get(name.name());
            return closure == null
                    ? call(name.name(), name.span(), application)
                    : inlined(closure, name.span(), application);
        }
        if (application.target() instanceof Expression.Literal) {
            throw source.problem(
                    application.span(), "a number cannot be called or indexed", "products are written with *");
        }
        return indices.part(application, node(application.target()));
    }

    /** The body of a local function, with its parameters as definitions in front. */
    private Node inlined(Closure closure, Span nameSpan, Expression.Application call) {
        LocalFunction function = closure.function();
        calls.requireCount(function, nameSpan, call);
        Checker inner = new Checker(function.source(), scope, tally, closure.locals(), closure.functions());
        List<CheckedExpression.Definition> definitions = new ArrayList<>();
        List<String> shapes = new ArrayList<>();
        for (int i = 0; i < call.arguments().size(); i++) {
            Node argument = node(call.arguments().get(i));
            String parameter = function.parameters().get(i);
            shapes.add(parameter + " " + argument.shape().inline());
            inner.define(parameter, argument).ifPresent(definitions::add);
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
        return Optional.of(tally.input(name.name(), shape));
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
        Closure closure = functions.get(name);
        Optional<String> signature = closure == null
                ? scope.library().find(name).map(LanguageFunction::signature)
                : Optional.of(closure.function().signature());
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
