package org.gradcheck.junit;

import java.util.Optional;
import org.gradcheck.check.CheckSettings;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The attributes of a {@link DerivativeTest}, found to be in order. */
record DerivativeTestSettings(long seed, int points, InconclusiveOutcome inconclusive) {

    /**
     * Reads the annotation.
     *
     * @param configuredSeed the configuration parameter for the seed, if set
     * @throws ExtensionConfigurationException naming what is wrong
     */
    static DerivativeTestSettings of(DerivativeTest annotation, Optional<String> configuredSeed) {
        if (annotation.points() < 1) {
            throw new ExtensionConfigurationException(
                    "@DerivativeTest requires `points` to be at least 1, got " + annotation.points());
        }
        long seed = annotation.seed() == DerivativeTest.SEED_FROM_CONFIGURATION
                ? configuredSeed.map(DerivativeTestSettings::parsed).orElse(CheckSettings.DEFAULT_SEED)
                : annotation.seed();
        return new DerivativeTestSettings(seed, annotation.points(), annotation.inconclusive());
    }

    private static long parsed(String seed) {
        try {
            return Long.parseLong(seed.strip());
        } catch (NumberFormatException e) {
            throw new ExtensionConfigurationException(
                    "configuration parameter `" + DerivativeTest.SEED_PARAMETER + "` must be a whole number, got \""
                            + seed + "\"",
                    e);
        }
    }
}
