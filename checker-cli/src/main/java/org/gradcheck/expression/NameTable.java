package org.gradcheck.expression;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gradcheck.expression.function.LanguageFunction;
import org.gradcheck.expression.function.Spelling;
import org.gradcheck.expression.function.Synonyms;

/** What names mean at one place: definitions and bound names, then variables, then sizes; local functions beside them. */
final class NameTable {

    private static final Pattern ENTRY = Pattern.compile("(\\p{L}+)(?:_(\\w+)|([₀-₉]+))");

    private final Source source;
    private final Scope scope;
    private final Tally tally;
    private final Map<String, Node> locals;
    private final Map<String, Closure> functions;

    NameTable(Source source, Scope scope, Tally tally, Map<String, Node> locals, Map<String, Closure> functions) {
        this.source = source;
        this.scope = scope;
        this.tally = tally;
        this.locals = new HashMap<>(locals);
        this.functions = new LinkedHashMap<>(functions);
    }

    /** A local function with what is known where it is defined. */
    record Closure(LocalFunction function, Map<String, Node> locals, Map<String, Closure> functions) {}

    /** The table for a text in which only what the scope holds is known. */
    static NameTable of(Source source, Scope scope, Tally tally) {
        NameTable table = new NameTable(source, scope, tally, Map.of(), Map.of());
        scope.functions().forEach(table::define);
        return table;
    }

    void define(LocalFunction function) {
        functions.put(function.name(), new Closure(function, Map.copyOf(locals), Map.copyOf(functions)));
    }

    /** Makes a value known by a name; it has to be evaluated unless it is a constant. */
    Optional<CheckedExpression.Definition> define(String name, Node value) {
        if (value.constant().isPresent()) {
            locals.put(name, value);
            return Optional.empty();
        }
        Node.Slot slot = tally.newSlot(value.shape(), value.fixed());
        locals.put(name, slot);
        return Optional.of(new CheckedExpression.Definition(slot.slot(), value));
    }

    /** Binds a name, and returns what it meant before. */
    Optional<Node> bind(String name, Node value) {
        return Optional.ofNullable(locals.put(name, value));
    }

    /** Undoes a binding. */
    void restore(String name, Optional<Node> before) {
        before.ifPresentOrElse(old -> locals.put(name, old), () -> locals.remove(name));
    }

    /** A definition, bound name or variable. */
    Optional<Node> variable(String name) {
        Node local = locals.get(name);
        if (local != null) {
            return Optional.of(local);
        }
        return Optional.ofNullable(scope.variables().get(name)).map(shape -> tally.input(name, shape));
    }

    Optional<Integer> size(String name) {
        return Optional.ofNullable(scope.sizes().get(name));
    }

    Optional<Closure> function(String name) {
        return Optional.ofNullable(functions.get(name));
    }

    /** Whether a name means nothing of the user's own. */
    boolean isFree(String name) {
        return !known().contains(name) && !functions.containsKey(name);
    }

    /** All names that stand for a value. */
    Set<String> known() {
        Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER.thenComparing(String::compareTo));
        names.addAll(scope.variables().keySet());
        names.addAll(scope.sizes().keySet());
        names.addAll(locals.keySet());
        return names;
    }

    /** Advice for a name such as x_1 or x₁ that means an entry of a variable. */
    private Optional<String> entryOf(String name) {
        Matcher entry = ENTRY.matcher(name);
        if (!entry.matches() || !known().contains(entry.group(1))) {
            return Optional.empty();
        }
        String index = Optional.ofNullable(entry.group(2))
                .orElseGet(() -> entry.group(3)
                        .codePoints()
                        .mapToObj(c -> String.valueOf(c - '₀'))
                        .collect(Collectors.joining()));
        return Optional.of("an entry is written " + entry.group(1) + "(" + index + ")");
    }

    ExpressionException unknown(Expression.Name expression) {
        String name = expression.name();
        Optional<String> signature = function(name)
                .map(closure -> closure.function().signature())
                .or(() -> scope.library().find(name).map(LanguageFunction::signature));
        if (signature.isPresent()) {
            String other = Synonyms.ofValue(name).map(advice -> "; " + advice).orElse("");
            return source.problem(expression.span(), name + " is a function", "call it: " + signature.get() + other);
        }
        Optional<String> synonym =
                entryOf(name).or(() -> Synonyms.ofValue(name)).or(() -> Synonyms.ofFunction(name));
        if (synonym.isPresent()) {
            return source.problem(expression.span(), "unknown name " + name, synonym.get());
        }
        List<String> known = new ArrayList<>(known());
        Optional<String> nearest =
                Spelling.spelledOut(name).filter(known::contains).or(() -> Spelling.nearest(name, known));
        String inScope = known.isEmpty() ? "no variable is in scope" : "in scope: " + String.join(", ", known);
        String hint =
                nearest.map(candidate -> "did you mean " + candidate + "? ").orElse("") + inScope;
        return source.problem(expression.span(), "unknown name " + name, hint);
    }
}
