package org.gradcheck.junit;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import org.gradcheck.function.Precision;

/** What one place says of the settings; a place further out fills what is not said. */
record SettingsLayer(
        Optional<Long> seed,
        Optional<Integer> points,
        Optional<Integer> directions,
        Optional<Integer> budget,
        Optional<Double> accuracy,
        Optional<Precision> precision,
        Optional<Boolean> strict,
        Optional<Duration> timeout,
        Optional<InconclusiveOutcome> inconclusive,
        Optional<Attachment> attachment) {

    /** What is said here, and else there. */
    SettingsLayer or(SettingsLayer outer) {
        return new SettingsLayer(
                either(outer, SettingsLayer::seed),
                either(outer, SettingsLayer::points),
                either(outer, SettingsLayer::directions),
                either(outer, SettingsLayer::budget),
                either(outer, SettingsLayer::accuracy),
                either(outer, SettingsLayer::precision),
                either(outer, SettingsLayer::strict),
                either(outer, SettingsLayer::timeout),
                either(outer, SettingsLayer::inconclusive),
                either(outer, SettingsLayer::attachment));
    }

    private <T> Optional<T> either(SettingsLayer outer, Function<SettingsLayer, Optional<T>> value) {
        return value.apply(this).or(() -> value.apply(outer));
    }
}
