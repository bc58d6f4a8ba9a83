package org.gradcheck.junit;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BiFunction;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

/** What JUnit's configuration parameters say of the settings, for a whole run. */
record ConfiguredSettings(ExtensionContext context) {

    private static final String PREFIX = "gradcheck.";
    private static final String RANDOM = "random";

    /** The configured settings. */
    SettingsLayer layer() {
        return new SettingsLayer(
                parameter("seed", this::seed),
                parameter("points", SettingValues::count),
                parameter("directions", SettingValues::count),
                parameter(
                        "budget",
                        (must, text) -> SettingValues.atLeast(
                                org.gradcheck.check.CheckSettings.SMALLEST_BUDGET,
                                SettingValues.count(must, text),
                                must)),
                parameter("accuracy", (must, text) -> SettingValues.fraction(SettingValues.number(must, text), must)),
                parameter("precision", SettingValues::precision),
                parameter("strict", SettingValues::truth),
                parameter("timeout", (must, text) -> SettingValues.milliseconds(SettingValues.whole(must, text), must)),
                parameter("inconclusive", (must, text) -> SettingValues.choice(InconclusiveOutcome.class, must, text)),
                parameter("attachment", (must, text) -> SettingValues.choice(Attachment.class, must, text)));
    }

    /** A parameter that stands beside the settings, by its short name. */
    Optional<String> text(String name) {
        return context.getConfigurationParameter(PREFIX + name).map(String::strip);
    }

    private <T> Optional<T> parameter(String name, BiFunction<String, String, T> parsed) {
        String requirement = "configuration parameter `" + PREFIX + name + "` must be";
        return context.getConfigurationParameter(PREFIX + name).map(text -> parsed.apply(requirement, text.strip()));
    }

    /** A random seed is drawn once for the whole run, so that one line replays all of it. */
    private long seed(String requirement, String text) {
        return text.equals(RANDOM)
                ? context.getRoot()
                        .getStore(Namespace.create(ConfiguredSettings.class))
                        .getOrComputeIfAbsent(
                                RANDOM,
                                key -> (long) ThreadLocalRandom.current().nextInt(1, Integer.MAX_VALUE),
                                Long.class)
                : SettingValues.whole(requirement, text);
    }
}
