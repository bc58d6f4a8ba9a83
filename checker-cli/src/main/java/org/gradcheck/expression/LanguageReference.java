package org.gradcheck.expression;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.ejml.data.DMatrixRMaj;
import org.gradcheck.expression.arithmetic.RealArithmetic;
import org.gradcheck.expression.function.Description;
import org.gradcheck.expression.function.FunctionLibrary;
import org.gradcheck.expression.function.LanguageFunction;

/** Everything that an expression can call, described: the functions, the forms that bind a name, and constants. */
public final class LanguageReference {

    private static final Description PI = new Description(
            "pi",
            List.of(),
            "pi",
            "3.14159..., the ratio of a circle's length to its diameter",
            "cos(pi)",
            Optional.empty(),
            "scalar",
            "constant: 0");

    private final FunctionLibrary library;
    private final List<Description> descriptions;

    private LanguageReference(FunctionLibrary library) {
        this.library = library;
        this.descriptions = Stream.of(
                        library.functions().stream().map(LanguageFunction::description),
                        Stream.of(SpecialForm.values()).map(SpecialForm::description),
                        FittingConstants.DESCRIPTIONS.stream(),
                        Stream.of(PI))
                .flatMap(part -> part)
                .sorted(Comparator.comparing(Description::name, String.CASE_INSENSITIVE_ORDER))
                .toList();
    }

    /** The language with its standard functions. */
    public static LanguageReference standard() {
        return new LanguageReference(FunctionLibrary.standard());
    }

    /** All descriptions in alphabetical order. */
    public List<Description> descriptions() {
        return descriptions;
    }

    /** What bears this name or alias, or all outputs of it: svd stands for svd.S, svd.U and svd.V. Empty for an unknown name. */
    public List<Description> find(String name) {
        List<Description> exact = descriptions.stream()
                .filter(description ->
                        description.name().equals(name) || description.aliases().contains(name))
                .toList();
        return exact.isEmpty()
                ? descriptions.stream()
                        .filter(description -> description.name().startsWith(name + "."))
                        .toList()
                : exact;
    }

    /** The value of the example of a description. */
    public static DMatrixRMaj exampleValue(Description description) {
        return ExpressionParser.parse(description.example())
                .check(Scope.empty())
                .evaluate(RealArithmetic.INSTANCE, Environment.of(Map.of()));
    }

    /** The function that a misspelt name probably means. */
    public Optional<String> nearest(String name) {
        return library.nearest(name);
    }
}
