package org.gradcheck.expression.function;

import java.util.ArrayList;
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
                    ReductionFunctions.all(),
                    ElementwiseFunctions.all(),
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
    private final Map<String, List<LanguageFunction>> byName;

    private FunctionLibrary(List<LanguageFunction> functions, Map<String, List<LanguageFunction>> byName) {
        this.functions = functions;
        this.byName = byName;
    }

    /** All functions of the language. */
    public static FunctionLibrary standard() {
        return STANDARD;
    }

    /** A library of the given functions. Two of one name are an error unless the number of arguments tells them apart. */
    public static FunctionLibrary of(List<LanguageFunction> functions) {
        Map<String, List<LanguageFunction>> byName = new LinkedHashMap<>();
        for (LanguageFunction function : functions) {
            for (String name : names(function)) {
                List<LanguageFunction> others = byName.computeIfAbsent(name, key -> new ArrayList<>(1));
                if (others.stream().anyMatch(function::overlaps)) {
                    throw new IllegalArgumentException("two functions are named " + name);
                }
                others.add(function);
            }
        }
        List<LanguageFunction> sorted = functions.stream()
                .sorted(Comparator.comparing(LanguageFunction::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
        return new FunctionLibrary(sorted, byName);
    }

    /** The functions in alphabetical order. */
    public List<LanguageFunction> functions() {
        return functions;
    }

    /** The function of a name or alias; the first declared one where several share it. */
    public Optional<LanguageFunction> find(String name) {
        return byName.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The function of a name or alias that takes so many arguments. */
    public Optional<LanguageFunction> find(String name, int argumentCount) {
        return byName.getOrDefault(name, List.of()).stream()
                .filter(function -> function.accepts(argumentCount))
                .findFirst();
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
        List<String> names = new ArrayList<>(function.aliases());
        names.add(0, function.name());
        return names;
    }
}
