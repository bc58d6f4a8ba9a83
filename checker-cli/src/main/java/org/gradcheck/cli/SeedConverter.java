package org.gradcheck.cli;

import java.util.concurrent.ThreadLocalRandom;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A seed: a whole number, or the word random for one that the report then names. */
final class SeedConverter implements ITypeConverter<Long> {

    @Override
    public Long convert(String text) {
        if (text.equals("random")) {
            return (long) ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE);
        }
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new TypeConversionException("'" + text + "' is neither a whole number nor the word random");
        }
    }
}
