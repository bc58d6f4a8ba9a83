package org.gradcheck.junit;

import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.ArgumentsProvider;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.support.AnnotationConsumer;
import org.junit.jupiter.params.support.ParameterDeclaration;
import org.junit.jupiter.params.support.ParameterDeclarations;
import org.junit.platform.commons.support.ReflectionSupport;

/** Asks the providers of arguments of a test. The only class that knows junit-jupiter-params. */
record ArgumentProviders(ExtensionContext context) {

    /** A provider, and the annotation that it is configured by, if any. */
    private record Source(ArgumentsSource provider, Optional<Annotation> configuration) {}

    /** All rows of all providers; empty if the test has no provider. */
    Optional<List<List<Object>>> rows() {
        List<Source> sources = new ArrayList<>();
        for (Annotation annotation : context.getRequiredTestMethod().getAnnotations()) {
            collect(annotation, sources);
        }
        return sources.isEmpty()
                ? Optional.empty()
                : Optional.of(sources.stream()
                        .flatMap(source -> rows(source.provider(), source.configuration()).stream())
                        .toList());
    }

    private static void collect(Annotation annotation, List<Source> sources) {
        if (annotation instanceof ArgumentsSource source) {
            sources.add(new Source(source, Optional.empty()));
        } else if (isOfInterest(annotation.annotationType())) {
            repeated(annotation).forEach(each -> collect(each, sources));
            for (Annotation meta : annotation.annotationType().getAnnotations()) {
                if (meta instanceof ArgumentsSource source) {
                    sources.add(new Source(source, Optional.of(annotation)));
                } else if (isOfInterest(meta.annotationType())) {
                    collect(meta, sources);
                }
            }
        }
    }

    private static boolean isOfInterest(Class<? extends Annotation> type) {
        return !type.getName().startsWith("java.lang.annotation.");
    }

    /** The annotations in a container of repeated ones. */
    private static List<Annotation> repeated(Annotation container) {
        return ReflectionSupport.findMethod(container.annotationType(), "value")
                .filter(value -> value.getReturnType().isArray()
                        && value.getReturnType().getComponentType().isAnnotation())
                .map(value -> Arrays.asList((Annotation[]) ReflectionSupport.invokeMethod(value, container)))
                .orElse(List.of());
    }

    private List<List<Object>> rows(ArgumentsSource source, Optional<Annotation> configuration) {
        ArgumentsProvider provider = ReflectionSupport.newInstance(source.value());
        configuration.ifPresent(annotation -> accept(provider, annotation));
        try (Stream<? extends Arguments> arguments = provider.provideArguments(new Declared(context), context)) {
            return arguments.map(this::row).toList();
        } catch (ExtensionConfigurationException e) {
            throw e;
        } catch (Exception e) {
            throw new ExtensionConfigurationException(
                    "the source of arguments " + source.value().getSimpleName() + " of "
                            + context.getRequiredTestMethod().getName() + " fails: " + e.getMessage(),
                    e);
        }
    }

    private List<Object> row(Arguments arguments) {
        List<Object> row = Arrays.asList(arguments.get());
        if (row.contains(null)) {
            throw new ExtensionConfigurationException("a source of arguments of "
                    + context.getRequiredTestMethod().getName() + " has null among " + row);
        }
        return row;
    }

    @SuppressWarnings("unchecked") // a provider that consumes annotations consumes the one that names it
    private static void accept(ArgumentsProvider provider, Annotation annotation) {
        if (provider instanceof AnnotationConsumer<?> consumer) {
            ((AnnotationConsumer<Annotation>) consumer).accept(annotation);
        }
    }

    /** The parameters that providers may look at. */
    private record Declared(ExtensionContext context) implements ParameterDeclarations {

        @Override
        public AnnotatedElement getSourceElement() {
            return context.getRequiredTestMethod();
        }

        @Override
        public Optional<ParameterDeclaration> getFirst() {
            return getAll().stream().findFirst();
        }

        @Override
        public List<ParameterDeclaration> getAll() {
            Parameter[] parameters = context.getRequiredTestMethod().getParameters();
            return IntStream.range(0, parameters.length)
                    .<ParameterDeclaration>mapToObj(i -> new DeclaredParameter(parameters[i], i))
                    .toList();
        }

        @Override
        public Optional<ParameterDeclaration> get(int index) {
            return getAll().stream().skip(index).findFirst();
        }

        @Override
        public String getSourceElementDescription() {
            return "method " + context.getRequiredTestMethod().getName();
        }
    }

    private record DeclaredParameter(Parameter parameter, int index) implements ParameterDeclaration {

        @Override
        public AnnotatedElement getAnnotatedElement() {
            return parameter;
        }

        @Override
        public Class<?> getParameterType() {
            return parameter.getType();
        }

        @Override
        public int getParameterIndex() {
            return index;
        }

        @Override
        public Optional<String> getParameterName() {
            return parameter.isNamePresent() ? Optional.of(parameter.getName()) : Optional.empty();
        }
    }
}
