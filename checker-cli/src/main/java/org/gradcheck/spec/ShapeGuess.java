package org.gradcheck.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.gradcheck.expression.ExpressionException;
import org.gradcheck.expression.ExpressionParser;
import org.gradcheck.expression.LanguageReference;
import org.gradcheck.expression.Program;
import org.gradcheck.expression.Scope;
import org.gradcheck.expression.shape.Shape;
import org.gradcheck.expression.shape.Size;

/**
 * Shapes of the variables of an expression, guessed: of all assignments that the rules of the language accept, the most general
 * one, with the most different sizes, among those that keep most to custom. By custom {@code A} is a matrix, {@code x} a column,
 * {@code lambda} a scalar, {@code n} a size, and a function is scalar.
 *
 * @param sizes the sizes by name, all of them different
 * @param variables the shapes of the variables, in order of appearance
 * @param result the shape of the expression
 */
public record ShapeGuess(Map<String, Integer> sizes, Map<String, Shape> variables, Shape result) {

    private static final Set<String> SCALARS = Set.of(
            "alpha", "beta", "gamma", "delta", "epsilon", "eps", "eta", "kappa", "lambda", "mu", "nu", "rho", "sigma",
            "tau", "omega", "λ", "μ", "σ", "α", "β", "γ", "δ", "ε", "η", "ρ", "τ", "ω");
    private static final Set<String> SIZES = Set.of("m", "n", "p", "q", "k", "N", "M", "K");
    private static final Set<String> INDICES = Set.of("i", "j", "l", "end");
    private static final List<String> NAMES = List.of("n", "m", "p", "q", "k", "r", "s", "t");
    private static final List<Integer> VALUES = List.of(5, 3, 4, 2, 6, 7, 8, 9);
    private static final int NOT_SCALAR = 3;
    private static final int MOST_TRIALS = 100_000;

    /** What a name may be, with its number of sizes. */
    private enum Kind {
        SCALAR(0),
        COLUMN(1),
        MATRIX(2),
        SIZE(1);

        private final int slots;

        Kind(int slots) {
            this.slots = slots;
        }
    }

    /** Kinds of all names, and how far they are from custom. */
    private record Kinds(List<Kind> kinds, int cost) {}

    public ShapeGuess {
        sizes = Collections.unmodifiableMap(new LinkedHashMap<>(sizes));
        variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
    }

    /**
     * The shapes of the variables of an expression.
     *
     * @param text the expression
     * @param place what the expression is, for messages
     * @throws SpecException if it cannot be read, has no variables, or no shapes fit
     */
    public static ShapeGuess of(String text, String place) {
        try {
            return new Search(ExpressionParser.parse(text), place).guess();
        } catch (ExpressionException e) {
            throw new SpecException(Place.of(place), e.render());
        }
    }

    private static final class Search {

        private final Program program;
        private final String place;
        private final List<String> names;
        private int trials;
        private Optional<ShapeGuess> best = Optional.empty();
        private int bestCost = Integer.MAX_VALUE;
        private Optional<ExpressionException> misfit = Optional.empty();

        Search(Program program, String place) {
            this.program = program;
            this.place = place;
            LanguageReference functions = LanguageReference.standard();
            names = program.freeNames().stream()
                    .filter(name -> !name.equals("pi") && !name.equals("end"))
                    .filter(name -> functions.find(name).isEmpty())
                    .toList();
        }

        ShapeGuess guess() {
            if (names.stream().allMatch(SIZES::contains)) {
                throw new SpecException(
                        Place.of(place), "there is no variable in it; expected an expression such as x'*A*x");
            }
            List<Kinds> all = new ArrayList<>(List.of(new Kinds(List.of(), 0)));
            for (String name : names) {
                all = all.stream().flatMap(begun -> continued(begun, name)).toList();
            }
            for (Kinds kinds :
                    all.stream().sorted(Comparator.comparingInt(Kinds::cost)).toList()) {
                if (kinds.cost() >= bestCost || trials > MOST_TRIALS) {
                    break;
                }
                tryAll(kinds);
            }
            return best.orElseThrow(() -> new SpecException(
                    Place.of(place),
                    unknownFunction()
                            .or(() -> misfit)
                            .map(ExpressionException::render)
                            .orElse("no shapes of " + String.join(", ", names) + " fit")));
        }

        /** What the language says of a call of a function that there is not; between scalars little else can be wrong. */
        private Optional<ExpressionException> unknownFunction() {
            Set<String> indices = new HashSet<>(SIZES);
            indices.addAll(INDICES);
            Set<String> called = program.calledNames(indices);
            Map<String, Shape> scalars = new LinkedHashMap<>();
            names.stream().filter(name -> !called.contains(name)).forEach(name -> scalars.put(name, Shape.SCALAR));
            try {
                program.check(Scope.of(scalars, Map.of()));
            } catch (ExpressionException e) {
                return called.stream().anyMatch(name -> ("unknown function " + name).equals(e.getMessage()))
                        ? Optional.of(e)
                        : Optional.empty();
            }
            return Optional.empty();
        }

        private static Stream<Kinds> continued(Kinds begun, String name) {
            return Stream.of(Kind.values())
                    .filter(kind -> kind != Kind.SIZE || SIZES.contains(name))
                    .map(kind -> new Kinds(
                            Stream.concat(begun.kinds().stream(), Stream.of(kind))
                                    .toList(),
                            begun.cost() + cost(name, kind)));
        }

        private static int cost(String name, Kind kind) {
            Kind usual = SIZES.contains(name)
                    ? Kind.SIZE
                    : SCALARS.contains(name)
                            ? Kind.SCALAR
                            : Character.isUpperCase(name.charAt(0)) ? Kind.MATRIX : Kind.COLUMN;
            return kind == usual ? 0 : usual == Kind.MATRIX ? 4 : 2;
        }

        /** Every way in which sizes may be equal, from all different to all the same. */
        private void tryAll(Kinds kinds) {
            int slots = kinds.kinds().stream().mapToInt(kind -> kind.slots).sum();
            List<int[]> partitions = new ArrayList<>();
            partitions(new int[slots], 0, 0, partitions);
            partitions.sort(Comparator.comparingInt(
                    (int[] blocks) -> -(int) IntStream.of(blocks).distinct().count()));
            for (int[] blocks : partitions) {
                if (++trials > MOST_TRIALS) {
                    return;
                }
                Optional<ShapeGuess> guess = attempt(kinds, blocks);
                int cost = kinds.cost()
                        + guess.map(g -> g.result().isScalar() ? 0 : NOT_SCALAR).orElse(0);
                if (guess.isPresent() && cost < bestCost) {
                    best = guess;
                    bestCost = cost;
                }
            }
        }

        private static void partitions(int[] blocks, int at, int used, List<int[]> all) {
            if (all.size() > MOST_TRIALS) {
                return;
            }
            if (at == blocks.length) {
                all.add(blocks.clone());
                return;
            }
            for (int block = 0; block <= used && block < VALUES.size(); block++) {
                blocks[at] = block;
                partitions(blocks, at + 1, Math.max(used, block + 1), all);
            }
        }

        private Optional<ShapeGuess> attempt(Kinds kinds, int[] blocks) {
            Map<Integer, String> labels = labels(kinds, blocks);
            Map<String, Integer> sizes = new LinkedHashMap<>();
            Map<String, Shape> shapes = new LinkedHashMap<>();
            int slot = 0;
            for (int i = 0; i < names.size(); i++) {
                Kind kind = kinds.kinds().get(i);
                List<Size> own = new ArrayList<>();
                for (int j = 0; j < kind.slots; j++) {
                    int block = blocks[slot++];
                    String label = String.valueOf(labels.get(block));
                    sizes.put(label, VALUES.get(block));
                    own.add(Size.named(label, VALUES.get(block)));
                }
                if (kind == Kind.SIZE) {
                    sizes.put(names.get(i), own.get(0).value());
                } else {
                    shapes.put(
                            names.get(i),
                            new Shape(own.isEmpty() ? Size.ONE : own.get(0), own.size() < 2 ? Size.ONE : own.get(1)));
                }
            }
            try {
                return Optional.of(new ShapeGuess(
                        sizes, shapes, program.check(Scope.of(shapes, sizes)).shape()));
            } catch (ExpressionException e) {
                misfit = misfit.isPresent() ? misfit : Optional.of(e);
                return Optional.empty();
            }
        }

        /** Names of the sizes: those in the expression, then n, m, p in order of appearance, columns before matrices. */
        private Map<Integer, String> labels(Kinds kinds, int[] blocks) {
            Map<Integer, String> labels = new LinkedHashMap<>();
            int slot = 0;
            for (int i = 0; i < names.size(); i++) {
                if (kinds.kinds().get(i) == Kind.SIZE) {
                    labels.putIfAbsent(blocks[slot], names.get(i));
                }
                slot += kinds.kinds().get(i).slots;
            }
            List<String> free = NAMES.stream()
                    .filter(name -> !names.contains(name) && !names.contains(name.toUpperCase(Locale.ROOT)))
                    .toList();
            for (int block : columnsFirst(kinds, blocks)) {
                int used = labels.size();
                labels.computeIfAbsent(
                        block,
                        b -> free.stream()
                                .filter(name -> !labels.containsValue(name))
                                .findFirst()
                                .orElse("n" + used));
            }
            return labels;
        }

        private static List<Integer> columnsFirst(Kinds kinds, int[] blocks) {
            List<Integer> columns = new ArrayList<>();
            List<Integer> others = new ArrayList<>();
            int slot = 0;
            for (Kind kind : kinds.kinds()) {
                for (int i = 0; i < kind.slots; i++) {
                    (kind == Kind.COLUMN ? columns : others).add(blocks[slot++]);
                }
            }
            columns.addAll(others);
            return columns;
        }
    }
}
