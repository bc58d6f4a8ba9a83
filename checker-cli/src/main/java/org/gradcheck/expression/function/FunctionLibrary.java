package org.gradcheck.expression.function;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An immutable set of functions, found by name or alias. */
public final class FunctionLibrary {

    private static final FunctionLibrary STANDARD = of(Stream.of(
                    ElementwiseFunctions.all(),
                    ReductionFunctions.all(),
                    LinearAlgebraFunctions.all(),
                    DecompositionFunctions.all(),
                    FunctionsOfMatrices.all(),
                    EquationFunctions.all(),
                    RotationFunctions.all(),
                    ArrangementFunctions.all(),
                    SpecialFunctions.all(),
                    ConstructionFunctions.all(),
                    StructuredFunctions.all(),
                    SequenceFunctions.all(),
                    VectorisationFunctions.all())
            .flatMap(List::stream)
            .toList());

    private final List<LanguageFunction> functions;
    private final Map<String, LanguageFunction> byName;

    private FunctionLibrary(List<LanguageFunction> functions, Map<String, LanguageFunction> byName) {
        this.functions = functions;
        this.byName = byName;
    }

    /** All functions of the language. */
    public static FunctionLibrary standard() {
        return STANDARD;
    }

    /** A library of the given functions; two of one name are an error. */
    public static FunctionLibrary of(List<LanguageFunction> functions) {
        Map<String, LanguageFunction> byName = new LinkedHashMap<>();
        for (LanguageFunction function : functions) {
            for (String name : names(function)) {
                if (byName.put(name, function) != null) {
                    throw new IllegalArgumentException("two functions are named " + name);
                }
            }
        }
        List<LanguageFunction> sorted = functions.stream()
                .sorted(Comparator.comparing(LanguageFunction::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new FunctionLibrary(sorted, Map.copyOf(byName));
    }

    /** The functions in alphabetical order. */
    public List<LanguageFunction> functions() {
        return functions;
    }

    public Optional<LanguageFunction> find(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The names of the outputs to choose from with a field, as in {@code svd(A).U}; empty for a function of one output. */
    public List<String> fields(String name) {
        return functions.stream()
                .map(LanguageFunction::name)
                .filter(full -> full.startsWith(name + "."))
                .map(full -> full.substring(name.length() + 1))
                .toList();
    }

    /** The function that a misspelt name probably means, without a field. */
    public Optional<String> nearest(String name) {
        return Spelling.nearest(
                name,
                byName.keySet().stream()
                        .map(full -> full.replaceFirst("\\..*", ""))
                        .distinct()
                        .toList());
    }

    /** How a function is called, or each of its outputs where it has several. */
    public String usage(String name) {
        return functions.stream()
                .filter(function ->
                        names(function).contains(name) || function.name().startsWith(name + "."))
                .map(LanguageFunction::signature)
                .collect(Collectors.joining(" or "));
    }

    private static List<String> names(LanguageFunction function) {
        return Stream.concat(Stream.of(function.name()), function.aliases().stream())
                .toList();
    }
}
