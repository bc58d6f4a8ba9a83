package org.gradcheck.expression;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.gradcheck.expression.shape.Shape;

/**
 * Finds the parts that expressions have in common, by hash consing: every part gets a number, equal parts the same one, and operands
 * smaller numbers than what they enter. Definitions, parameters of local functions and named values are replaced by what they stand for.
 *
 * <p>A part with several uses becomes a shared value, and so does one inside an iteration that does not depend on what the iteration
 * changes. Shared values are computed where they are met first: nothing is evaluated that would not be otherwise.
 */
final class Sharing {

    private final Map<Object, Integer> numbers = new HashMap<>();
    private final List<Part> parts = new ArrayList<>();
    private final Map<String, CheckedExpression.Input> inputs = new LinkedHashMap<>();
    private final Set<Integer> inFront = new LinkedHashSet<>();
    private final Set<Integer> definitions = new HashSet<>();

    private Sharing() {}

    /**
     * A part of which there is only one.
     *
     * @param node the part, with slots that hold their numbers in the place of operands
     * @param operands the numbers of the operands
     * @param bound the levels of the iterations around it on whose values it depends
     * @param height how many iterations are inside each other in it
     */
    private record Part(Node node, List<Integer> operands, Set<Integer> bound, int height) {}

    /** A variable, as a key. */
    private record Variable(String name) {}

    /**
     * The value that iterations of one level change, as a key. It is the same one for all of them, so that equal iterations are equal; an
     * iteration contains only those of lower levels, so that they do not disturb each other.
     */
    private record Changing(int level, Shape shape) {}

    /** How to evaluate expressions that read variables and, by their names, values computed in front of them. */
    static Plan plan(List<ExpressionGroup.Named> intermediate, List<CheckedExpression> results) {
        Sharing sharing = new Sharing();
        Map<String, Integer> named = new HashMap<>();
        for (ExpressionGroup.Named each : intermediate) {
            int number = sharing.number(each.value(), named);
            sharing.inFront.add(number);
            sharing.definitions.add(number);
            named.put(each.name(), number);
        }
        List<Integer> wanted =
                results.stream().map(each -> sharing.number(each, named)).toList();
        return sharing.new Construction(wanted).plan();
    }

    private int number(CheckedExpression expression, Map<String, Integer> named) {
        Map<Integer, Integer> meanings = new HashMap<>();
        for (CheckedExpression.Input input : expression.inputs()) {
            meanings.put(input.slot(), meaning(input, named));
        }
        Numbering numbering = new Numbering(meanings);
        inFront.addAll(numbering.define(expression.definitions()));
        return numbering.number(expression.result());
    }

    private int meaning(CheckedExpression.Input input, Map<String, Integer> named) {
        Integer number = named.get(input.name());
        CheckedExpression.Input known = number != null
                ? new CheckedExpression.Input(
                        input.name(), 0, parts.get(number).node().shape())
                : inputs.computeIfAbsent(
                        input.name(), name -> new CheckedExpression.Input(name, inputs.size(), input.shape()));
        if (!known.shape().sameAs(input.shape())) {
            throw new IllegalArgumentException(
                    input.name() + " is " + known.shape() + ", an expression was checked for " + input.shape());
        }
        return number != null
                ? number
                : leaf(new Variable(input.name()), new Node.Slot(known.slot(), input.shape(), false), Set.of());
    }

    private int leaf(Object key, Node node, Set<Integer> bound) {
        return number(key, new Part(node, List.of(), bound, 0));
    }

    private int number(Object key, Part part) {
        Integer known = numbers.putIfAbsent(key, parts.size());
        if (known != null) {
            return known;
        }
        parts.add(part);
        return parts.size() - 1;
    }

    /** Numbers the parts of one expression, whose slots mean the given parts. */
    private final class Numbering {

        private final Map<Integer, Integer> meanings;

        Numbering(Map<Integer, Integer> meanings) {
            this.meanings = meanings;
        }

        List<Integer> define(List<CheckedExpression.Definition> defined) {
            List<Integer> result = new ArrayList<>();
            for (CheckedExpression.Definition definition : defined) {
                int number = number(definition.value());
                meanings.put(definition.slot(), number);
                definitions.add(number);
                result.add(number);
            }
            return result;
        }

        int number(Node node) {
            if (node instanceof Node.Constant) {
                return leaf(node, node, Set.of());
            }
            if (node instanceof Node.Slot slot) {
                return Optional.ofNullable(meanings.get(slot.slot())).orElseThrow();
            }
            if (node instanceof Node.Inlined inlined) {
                List<Integer> first = define(inlined.definitions());
                int result = number(inlined.result());
                List<Integer> operands = new ArrayList<>(first);
                operands.add(result);
                return first.isEmpty() ? result : number(new Node.Ordered(places(first), place(result)), operands);
            }
            if (node instanceof Node.Iteration iteration) {
                return number(iteration);
            }
            if (node instanceof Node.Operation operation) {
                List<Integer> operands = new ArrayList<>();
                for (Node operand : operation.operands()) {
                    operands.add(number(operand));
                }
                return number(operation.with(places(operands)), operands);
            }
            throw new IllegalArgumentException("shared already: " + node);
        }

        private int number(Node.Operation key, List<Integer> operands) {
            int height = 0;
            for (int operand : operands) {
                height = Math.max(height, parts.get(operand).height());
            }
            return Sharing.this.number(key, new Part(key, operands, boundOf(operands), height));
        }

        private int number(Node.Iteration iteration) {
            int start = number(iteration.start());
            int level = height(iteration.body(), new HashMap<>());
            Shape shape = iteration.shape();
            meanings.put(
                    iteration.slot(),
                    leaf(new Changing(level, shape), new Node.Slot(level, shape, false), Set.of(level)));
            int body = number(iteration.body());
            Node key = new Node.Iteration(level, place(start), iteration.times(), place(body));
            Set<Integer> bound = new HashSet<>(parts.get(body).bound());
            bound.remove(level);
            bound.addAll(parts.get(start).bound());
            int height = Math.max(parts.get(start).height(), level + 1);
            return Sharing.this.number(key, new Part(key, List.of(start, body), Set.copyOf(bound), height));
        }

        /** How many iterations are inside each other in something that is not numbered yet. */
        private int height(Node node, Map<Integer, Integer> defined) {
            if (node instanceof Node.Slot slot) {
                Integer meaning = meanings.get(slot.slot());
                return meaning != null ? parts.get(meaning).height() : defined.getOrDefault(slot.slot(), 0);
            }
            if (node instanceof Node.Iteration iteration) {
                return Math.max(height(iteration.start(), defined), 1 + height(iteration.body(), defined));
            }
            int height = 0;
            if (node instanceof Node.Inlined inlined) {
                for (CheckedExpression.Definition definition : inlined.definitions()) {
                    int own = height(definition.value(), defined);
                    defined.put(definition.slot(), own);
                    height = Math.max(height, own);
                }
                return Math.max(height, height(inlined.result(), defined));
            }
            if (node instanceof Node.Operation operation) {
                for (Node operand : operation.operands()) {
                    height = Math.max(height, height(operand, defined));
                }
            }
            return height;
        }
    }

    private Set<Integer> boundOf(List<Integer> operands) {
        Set<Integer> bound = Set.of();
        for (int operand : operands) {
            Set<Integer> more = parts.get(operand).bound();
            if (bound.isEmpty()) {
                bound = more;
            } else if (!bound.containsAll(more)) {
                Set<Integer> both = new HashSet<>(bound);
                both.addAll(more);
                bound = Set.copyOf(both);
            }
        }
        return bound;
    }

    private List<Node> places(List<Integer> operands) {
        List<Node> places = new ArrayList<>(operands.size());
        for (int operand : operands) {
            places.add(place(operand));
        }
        return List.copyOf(places);
    }

    /** A slot that holds a number. */
    private Node place(int number) {
        Node node = parts.get(number).node();
        return new Node.Slot(number, node.shape(), node.fixed());
    }

    /** Builds the nodes to evaluate; as operands have smaller numbers, in the order of the numbers. */
    private final class Construction {

        private final List<Integer> wanted;
        private final int[] uses = new int[parts.size()];
        private final boolean[] isShared = new boolean[parts.size()];
        private final List<Node> built = new ArrayList<>();
        private int slots;

        Construction(List<Integer> wanted) {
            this.wanted = wanted;
            int levels = parts.stream().mapToInt(Part::height).max().orElse(0);
            slots = inputs.size() + levels;
        }

        Plan plan() {
            wanted.forEach(number -> uses[number]++);
            parts.forEach(this::countUses);
            for (int number = 0; number < uses.length; number++) {
                Node node = node(parts.get(number));
                // What is defined and used once is shared as well: it has to be computed in its turn.
                boolean isUsedAgain = uses[number] > 1 || (definitions.contains(number) && uses[number] > 0);
                isShared[number] = (isShared[number] || isUsedAgain) && !isLeaf(node);
                built.add(isShared[number] ? new Node.Shared(slots++, node) : node);
            }
            return new Plan(
                    List.copyOf(inputs.values()),
                    inTurn(List.copyOf(inFront)),
                    wanted.stream().map(built::get).toList(),
                    slots);
        }

        private void countUses(Part part) {
            List<Integer> operands = part.operands();
            if (part.node() instanceof Node.Ordered) {
                uses[operands.get(operands.size() - 1)]++;
            } else {
                operands.forEach(operand -> uses[operand]++);
            }
            operands.forEach(operand -> isShared[operand] |= !isAsChanging(operand, part.bound()));
            if (part.node() instanceof Node.Iteration iteration) {
                isShared[operands.get(1)] |= !isAsChanging(operands.get(1), Set.of(iteration.slot()));
            }
        }

        private boolean isAsChanging(int number, Set<Integer> levels) {
            return parts.get(number).bound().containsAll(levels);
        }

        private Node node(Part part) {
            List<Node> operands = new ArrayList<>(part.operands().size());
            for (int operand : part.operands()) {
                operands.add(built.get(operand));
            }
            if (part.node() instanceof Node.Slot slot && !part.bound().isEmpty()) {
                return new Node.Slot(inputs.size() + slot.slot(), slot.shape(), false);
            }
            if (part.node() instanceof Node.Iteration iteration) {
                int level = iteration.slot();
                return new Node.Iteration(
                        inputs.size() + level,
                        operands.get(0),
                        iteration.times(),
                        operands.get(1),
                        dependents(part.operands().get(1), level));
            }
            if (part.node() instanceof Node.Ordered ordered) {
                List<Node> first =
                        inTurn(part.operands().subList(0, ordered.first().size()));
                Node result = operands.get(ordered.first().size());
                return first.isEmpty() ? result : new Node.Ordered(first, result);
            }
            return part.node() instanceof Node.Operation operation
                    ? accumulated(operation.with(List.copyOf(operands)))
                    : part.node();
        }

        /** A sum that makes no matrices for what only it uses: shared values are behind nodes of their own. */
        private static Node accumulated(Node.Operation node) {
            if (!(node instanceof Node.Binary sum) || !sum.kernel().equals(Node.BinaryKernel.ADD)) {
                return node;
            }
            if (sum.right() instanceof Node.Binary right && isScaling(right)) {
                return scaledSum(sum.left(), right, sum.shape());
            }
            if (sum.left() instanceof Node.Binary left && isScaling(left)) {
                return scaledSum(sum.right(), left, sum.shape());
            }
            return isFresh(sum.left())
                    ? new Node.Binary(Node.BinaryKernel.ADD_OVER, sum.left(), sum.right(), sum.shape())
                    : node;
        }

        private static boolean isScaling(Node.Binary node) {
            return node.kernel().equals(Node.BinaryKernel.SCALE);
        }

        private static Node scaledSum(Node x, Node.Binary scaling, Shape shape) {
            return new Node.ScaledSum(x, scaling.left(), scaling.right(), isFresh(x), shape);
        }

        /** Whether a node makes a matrix that nothing else holds. */
        private static boolean isFresh(Node node) {
            return node instanceof Node.Binary || node instanceof Node.ScaledSum;
        }

        /** Those of the defined values that are used, to be computed in front. */
        private List<Node> inTurn(List<Integer> defined) {
            return defined.stream()
                    .filter(number -> uses[number] > 0 && isShared[number])
                    .map(built::get)
                    .toList();
        }

        /** The slots of shared values in the body of an iteration that depend on what it changes. */
        private List<Integer> dependents(int body, int level) {
            List<Integer> dependents = new ArrayList<>();
            Set<Integer> seen = new HashSet<>();
            Deque<Integer> left = new ArrayDeque<>();
            if (parts.get(body).bound().contains(level)) {
                left.add(body);
            }
            while (!left.isEmpty()) {
                int number = left.removeLast();
                if (built.get(number) instanceof Node.Shared shared) {
                    dependents.add(shared.slot());
                }
                for (int operand : parts.get(number).operands()) {
                    if (parts.get(operand).bound().contains(level) && seen.add(operand)) {
                        left.add(operand);
                    }
                }
            }
            return List.copyOf(dependents);
        }
    }

    private static boolean isLeaf(Node node) {
        return node instanceof Node.Slot || node instanceof Node.Constant;
    }
}
