package org.gradcheck.junit;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gradcheck.junit.point.PointRequest;
import org.gradcheck.junit.point.PointSizes;
import org.gradcheck.structure.Structure;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * A {@link Point} annotation, found to be in order.
 *
 * @param subject whose it is: "@Point on parameter w of type double[]"
 */
record AnnotatedPoint(String subject, Point point) {

    static AnnotatedPoint of(String subject, Point point) {
        AnnotatedPoint annotated = new AnnotatedPoint(subject, point);
        annotated.requireOneStructure();
        annotated.requireOneSource();
        annotated.requireDistribution();
        return annotated;
    }

    PointRequest request() {
        return new PointRequest(
                new PointSizes(point.dimension(), point.rows(), point.columns(), point.count()),
                distribution(),
                Arrays.stream(point.structure()).findFirst(),
                this::component);
    }

    private PointRequest component(RecordComponent component) {
        Optional<Size> size = Arrays.stream(point.sizes())
                .filter(candidate -> candidate.of().equals(component.getName()))
                .findFirst();
        Optional<PointRequest> own = Optional.ofNullable(component.getAnnotation(Point.class))
                .map(annotation -> of(subject + ", component " + component.getName(), annotation)
                        .request());
        PointSizes none = PointSizes.NONE;
        return size.map(said -> new PointSizes(said.dimension(), said.rows(), said.columns(), said.count()))
                .map(sizes -> new PointRequest(sizes, distribution(), Optional.<Structure>empty(), this::component))
                .or(() -> own)
                .orElseGet(() -> new PointRequest(none, distribution(), Optional.empty(), this::component));
    }

    /** Refuses sizes of components that the record does not have. */
    void requireComponents(Class<?> type) {
        if (point.sizes().length == 0) {
            return;
        }
        if (!type.isRecord()) {
            throw because("takes no `sizes`, which are for records");
        }
        List<String> names = Arrays.stream(type.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
        for (Size size : point.sizes()) {
            if (!names.contains(size.of())) {
                throw because(
                        "gives `sizes` of \"" + size.of() + "\", but the components are " + String.join(", ", names));
            }
        }
    }

    private org.gradcheck.point.Distribution distribution() {
        return switch (point.distribution()) {
            case SPREAD -> new org.gradcheck.point.Distribution.Spread(point.mean(), point.sd());
            case POSITIVE -> new org.gradcheck.point.Distribution.Positive(point.sd());
            case NORMAL -> new org.gradcheck.point.Distribution.Normal(point.mean(), point.sd());
            case UNIFORM -> new org.gradcheck.point.Distribution.Uniform(point.low(), point.high());
        };
    }

    private void requireOneStructure() {
        if (point.structure().length > 1) {
            throw because("takes at most one `structure`, got " + point.structure().length);
        }
        if (point.structure().length == 1 && point.distribution() != Distribution.SPREAD) {
            throw because("sets `distribution`, which a `structure` decides itself");
        }
    }

    private void requireOneSource() {
        long sources = Stream.of(
                        point.values().length > 0,
                        !point.method().isEmpty(),
                        !point.csv().isEmpty())
                .filter(said -> said)
                .count();
        if (sources > 1) {
            throw because("takes only one of `values`, `method` and `csv`");
        }
    }

    private void requireDistribution() {
        if (point.distribution() == Distribution.UNIFORM) {
            requireDefault("mean", point.mean(), 0, "distributions NORMAL and SPREAD");
            requireDefault("sd", point.sd(), 1, "distributions NORMAL, POSITIVE and SPREAD");
            if (!(point.low() < point.high()) || !Double.isFinite(point.high() - point.low())) {
                throw because("requires `low` to be less than `high` and both finite, got " + point.low() + " and "
                        + point.high());
            }
            return;
        }
        if (point.distribution() == Distribution.POSITIVE) {
            requireDefault("mean", point.mean(), 0, "distributions NORMAL and SPREAD");
        }
        requireDefault("low", point.low(), -1, "distribution UNIFORM");
        requireDefault("high", point.high(), 1, "distribution UNIFORM");
        if (!(point.sd() > 0) || !Double.isFinite(point.sd())) {
            throw because("requires `sd` to be positive and finite, got " + point.sd());
        }
        if (!Double.isFinite(point.mean())) {
            throw because("requires `mean` to be finite, got " + point.mean());
        }
    }

    private void requireDefault(String attribute, double value, double defaultValue, String meaningful) {
        if (value != defaultValue) {
            throw because("sets `" + attribute + "`, which has a meaning only for the " + meaningful);
        }
    }

    private ExtensionConfigurationException because(String text) {
        return new ExtensionConfigurationException(subject + " " + text);
    }
}
