package org.gradcheck.junit;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.gradcheck.junit.point.GivenPoints;
import org.gradcheck.junit.point.PointKinds;
import org.gradcheck.junit.point.PointRequest;
import org.gradcheck.junit.point.PointSource;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;

/** Finds the parameters of a test that receive points, and where these come from. */
record PointParameters(ExtensionContext context) {

    /** The parameters, in order: those with {@link Point}, and those that a source of arguments feeds. */
    List<PointParameter> all() {
        Method method = context.getRequiredTestMethod();
        Optional<ArgumentRows> rows = ArgumentRows.of(context);
        List<PointParameter> found = new ArrayList<>();
        Parameter[] parameters = method.getParameters();
        int place = 0;
        for (int i = 0; i < parameters.length; i++) {
            Parameter parameter = parameters[i];
            Optional<Point> annotation = AnnotationSupport.findAnnotation(parameter, Point.class);
            if (rows.isPresent() && rows.get().feeds(parameter, place)) {
                found.add(argument(parameter, i, annotation, rows.get().column(place)));
                place++;
            } else if (annotation.isPresent()) {
                found.add(annotated(parameter, i, annotation.get()));
            }
        }
        return List.copyOf(found);
    }

    private PointParameter argument(Parameter parameter, int index, Optional<Point> annotation, List<Object> values) {
        AnnotatedPoint point = annotated(parameter, annotation.orElse(PlainPoint.ANNOTATION));
        return PointParameter.of(parameter, index, "the source of arguments", () -> {
            if (!PointKinds.isPoint(parameter.getType())) {
                return new PointSource.Others(values);
            }
            GivenPoints given = new GivenPoints(parameter.getParameterizedType(), point.request());
            return new PointSource.Listed(
                    values.stream().map(given::converted).toList(),
                    point.request().structure());
        });
    }

    private PointParameter annotated(Parameter parameter, int index, Point annotation) {
        AnnotatedPoint point = annotated(parameter, annotation);
        return PointParameter.of(parameter, index, "@Point", source(parameter, point));
    }

    private static AnnotatedPoint annotated(Parameter parameter, Point annotation) {
        AnnotatedPoint point = AnnotatedPoint.of(
                "@Point on parameter " + parameter.getName() + " of type "
                        + parameter.getType().getSimpleName(),
                annotation);
        point.requireComponents(parameter.getType());
        return point;
    }

    private Supplier<PointSource> source(Parameter parameter, AnnotatedPoint annotated) {
        Point point = annotated.point();
        PointRequest request = annotated.request();
        GivenPoints given = new GivenPoints(parameter.getParameterizedType(), request);
        if (point.values().length > 0) {
            return () -> given.ofTexts(Arrays.asList(point.values()));
        }
        if (!point.method().isEmpty()) {
            Object result = new PointMethod(annotated.subject(), point.method()).invoke(context);
            return () -> given.ofObjects(result);
        }
        if (!point.csv().isEmpty()) {
            List<String> lines = lines(annotated.subject(), point.csv());
            return () -> given.ofTable(lines);
        }
        return () -> new PointSource.Drawn<>(PointKinds.of(parameter.getParameterizedType(), request));
    }

    private List<String> lines(String subject, String resource) {
        try (InputStream stream = context.getRequiredTestClass().getResourceAsStream(resource)) {
            if (stream == null) {
                throw new ExtensionConfigurationException(subject + " names the resource \"" + resource
                        + "\", which is not on the class path; a name that begins with / starts at its root, another one"
                        + " at the package of the test");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new ExtensionConfigurationException(
                    subject + " names the resource \"" + resource + "\", which cannot be read: " + e, e);
        }
    }
}
