package org.gradcheck.junit;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** What annotations say of the settings. */
final class AnnotatedSettings {

    private AnnotatedSettings() {}

    /** What an annotation of the whole test says. */
    static SettingsLayer of(DerivativeTest annotation) {
        return ofTest("@DerivativeTest", annotation.seed(), annotation.points(), annotation.inconclusive());
    }

    /** What an annotation of a declared function says. */
    static SettingsLayer of(Differentiable annotation) {
        return ofTest("@Differentiable", annotation.seed(), annotation.points(), annotation.inconclusive());
    }

    private static SettingsLayer ofTest(String name, long seed, int points, InconclusiveOutcome[] inconclusive) {
        return new SettingsLayer(
                Optional.of(seed).filter(said -> said != DerivativeTest.SEED_FROM_CONFIGURATION),
                points(name, points),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                atMostOne(name, "inconclusive", inconclusive),
                Optional.empty());
    }

    static SettingsLayer of(CheckSettings annotation) {
        String name = "@CheckSettings";
        return new SettingsLayer(
                Optional.of(annotation.seed()).filter(said -> said != DerivativeTest.SEED_FROM_CONFIGURATION),
                points(name, annotation.points()),
                positive(name, "directions", annotation.directions()),
                budget(name, annotation.budget()),
                Optional.of(annotation.accuracy()).filter(said -> said != 0).map(said -> accuracy(name, said)),
                Optional.of(annotation.precision())
                        .filter(said -> !said.isEmpty())
                        .map(said -> SettingValues.precision(name + " requires `precision` to be", said)),
                Optional.of(annotation.strict()).filter(strict -> strict),
                timeout(name, annotation.timeout()),
                atMostOne(name, "inconclusive", annotation.inconclusive()),
                atMostOne(name, "attachment", annotation.attachment()));
    }

    private static Optional<Integer> points(String name, int points) {
        if (points == DerivativeTest.POINTS_FROM_CONFIGURATION) {
            return Optional.empty();
        }
        return Optional.of(SettingValues.atLeast(1, points, name + " requires `points` to be"));
    }

    private static Optional<Integer> positive(String name, String attribute, int value) {
        return value == 0
                ? Optional.empty()
                : Optional.of(SettingValues.atLeast(1, value, name + " requires `" + attribute + "` to be"));
    }

    private static Optional<Integer> budget(String name, int budget) {
        return budget == 0
                ? Optional.empty()
                : Optional.of(SettingValues.atLeast(
                        org.gradcheck.check.CheckSettings.SMALLEST_BUDGET, budget, name + " requires `budget` to be"));
    }

    private static double accuracy(String name, double accuracy) {
        return SettingValues.fraction(accuracy, name + " requires `accuracy` to be");
    }

    private static Optional<Duration> timeout(String name, long milliseconds) {
        return milliseconds == 0
                ? Optional.empty()
                : Optional.of(SettingValues.milliseconds(milliseconds, name + " requires `timeout` to be"));
    }

    private static <T> Optional<T> atMostOne(String name, String attribute, T[] values) {
        if (values.length > 1) {
            throw new ExtensionConfigurationException(
                    name + " takes at most one `" + attribute + "`, got " + values.length);
        }
        return values.length == 0 ? Optional.empty() : Optional.of(values[0]);
    }
}
