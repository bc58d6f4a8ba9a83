package org.gradcheck.junit;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.gradcheck.check.CheckSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.opentest4j.TestAbortedException;

/**
 * The settings of a test: those of its annotation, of {@link org.gradcheck.junit.CheckSettings} on it and around it, and of
 * JUnit's configuration parameters, the first that says something.
 *
 * @param seed the seed of the first invocation
 * @param points how many invocations there are, if said
 * @param inconclusive what an inconclusive check does
 * @param attachment whether evidence is attached
 * @param layer all that is said
 */
record RunSettings(
        long seed,
        Optional<Integer> points,
        InconclusiveOutcome inconclusive,
        Attachment attachment,
        SettingsLayer layer) {

    /** Where neither points are given nor their number is said. */
    static final int DEFAULT_POINTS = 3;

    /** The settings of a test that says nothing itself. */
    static RunSettings of(ExtensionContext context) {
        return of(around(context));
    }

    /** The settings of a test that says something itself. */
    static RunSettings of(SettingsLayer own, ExtensionContext context) {
        return of(own.or(around(context)));
    }

    private static RunSettings of(SettingsLayer layer) {
        return new RunSettings(
                layer.seed().orElse(CheckSettings.DEFAULT_SEED),
                layer.points(),
                layer.inconclusive().orElse(InconclusiveOutcome.ABORT),
                layer.attachment().orElse(Attachment.UNLESS_CONFIRMED),
                layer);
    }

    private static SettingsLayer around(ExtensionContext context) {
        List<AnnotatedElement> places = new ArrayList<>();
        context.getTestMethod().ifPresent(places::add);
        for (Class<?> type = context.getRequiredTestClass(); type != null; type = type.getEnclosingClass()) {
            places.add(type);
        }
        SettingsLayer configured = new ConfiguredSettings(context).layer();
        return places.stream()
                .flatMap(place ->
                        AnnotationSupport.findAnnotation(place, org.gradcheck.junit.CheckSettings.class).stream())
                .map(AnnotatedSettings::of)
                .reduce(SettingsLayer::or)
                .map(annotated -> annotated.or(configured))
                .orElse(configured);
    }

    /** What a check is told, in the invocation with a seed. */
    CheckSettings check(long invocationSeed) {
        CheckSettings settings = CheckSettings.defaults().withSeed(invocationSeed);
        settings = layer.directions().map(settings::withDirections).orElse(settings);
        settings = layer.budget().map(settings::withBudget).orElse(settings);
        settings = layer.accuracy().map(settings::withAccuracy).orElse(settings);
        settings = layer.precision().map(settings::withPrecision).orElse(settings);
        settings = layer.timeout().map(settings::withTimeout).orElse(settings);
        return layer.strict().map(settings::withStrict).orElse(settings);
    }

    /**
     * What an inconclusive check does: ends the test as aborted, unless it is to fail.
     *
     * @param message the message of the coming failure
     */
    void abortUnlessToFail(String message) {
        if (inconclusive == InconclusiveOutcome.ABORT) {
            throw new TestAbortedException(message);
        }
    }
}
