package org.gradcheck.cli;

import java.util.Optional;
import org.gradcheck.function.Precision;
import org.gradcheck.spec.PrecisionNames;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A precision: its name, or a relative rounding error. */
final class PrecisionConverter implements ITypeConverter<DeclaredPrecision> {

    @Override
    public DeclaredPrecision convert(String text) {
        return precision(text)
                .map(value -> new DeclaredPrecision(text, value))
                .orElseThrow(() -> new TypeConversionException("'" + text
                        + "' is neither double, single or half, nor a relative rounding error between 1.1e-16 and 1"));
    }

    private static Optional<Precision> precision(String text) {
        Optional<Precision> named = PrecisionNames.named(text);
        if (named.isPresent()) {
            return named;
        }
        try {
            return PrecisionNames.relative(Double.parseDouble(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
