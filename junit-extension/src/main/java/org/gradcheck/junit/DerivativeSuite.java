package org.gradcheck.junit;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.BaseStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;

/** Finds the listed functions of a test class, and makes tests of them. Given to {@link DifferentiableTests} by JUnit. */
public final class DerivativeSuite {

    private final ExtensionContext context;

    DerivativeSuite(ExtensionContext context) {
        this.context = context;
    }

    Stream<DynamicNode> of(DifferentiableTests tests) {
        List<DynamicNode> nodes = new ArrayList<>();
        if (tests instanceof DifferentiableFunction function) {
            Optional<Differentiable> own = AnnotationSupport.findAnnotation(tests.getClass(), Differentiable.class);
            String name = tests.getClass().getSimpleName();
            nodes.add(container(name, functionTests(function, own, name)));
        }
        for (Method method : AnnotationSupport.findAnnotatedMethods(
                tests.getClass(), Differentiable.class, HierarchyTraversalMode.TOP_DOWN)) {
            nodes.add(listed(method, tests));
        }
        if (nodes.isEmpty()) {
            throw new ExtensionConfigurationException(tests.getClass().getSimpleName()
                    + " is a DifferentiableTests without functions: annotate the methods that return them with"
                    + " @Differentiable, or implement DifferentiableFunction");
        }
        return nodes.stream();
    }

    /** A method that fails is a test that fails, and leaves the others alone. */
    private static DynamicNode container(String name, Children children) {
        try {
            return DynamicContainer.dynamicContainer(name, children.nodes());
        } catch (RuntimeException e) {
            return DynamicTest.dynamicTest(name, () -> {
                throw e;
            });
        }
    }

    /** Makes the tests of a container. */
    @FunctionalInterface
    private interface Children {
        Stream<DynamicNode> nodes();
    }

    private DynamicNode listed(Method method, DifferentiableTests tests) {
        String title = AnnotationSupport.findAnnotation(method, DisplayName.class)
                .map(DisplayName::value)
                .orElse(method.getName());
        return container(title, () -> {
            Optional<Differentiable> annotation = AnnotationSupport.findAnnotation(method, Differentiable.class);
            Map<String, DifferentiableFunction> functions = functions(method, tests);
            return functions.size() == 1 && functions.containsKey("")
                    ? functionTests(functions.get(""), annotation, method.getName())
                            .nodes()
                    : functions.entrySet().stream()
                            .map(entry -> container(
                                    entry.getKey(),
                                    functionTests(
                                            entry.getValue(), annotation, method.getName() + " " + entry.getKey())));
        });
    }

    private Children functionTests(DifferentiableFunction function, Optional<Differentiable> annotation, String name) {
        return () -> nodes(function.forms(), annotation, name);
    }

    private <X, Y> Stream<DynamicNode> nodes(
            DerivativeForms<X, Y> forms, Optional<Differentiable> annotation, String name) {
        RunSettings settings = annotation
                .map(said -> RunSettings.of(AnnotatedSettings.of(said), context))
                .orElseGet(() -> RunSettings.of(context));
        Exclusions except = annotation.map(said -> Exclusions.of(said.except())).orElseGet(Exclusions::of);
        return new FunctionTests<>(forms, settings, except, FailedSeeds.of(context, name)).nodes();
    }

    /** The functions under their names; a single one that has none is under no name. */
    private static Map<String, DifferentiableFunction> functions(Method method, DifferentiableTests tests) {
        if (method.getParameterCount() > 0) {
            throw new ExtensionConfigurationException(
                    "@Differentiable on " + method.getName() + " requires a method without parameters");
        }
        Object returned = ReflectionSupport.invokeMethod(method, tests);
        Map<String, DifferentiableFunction> functions = new LinkedHashMap<>();
        if (returned instanceof DifferentiableFunction function) {
            functions.put("", function);
        } else if (returned instanceof Map<?, ?> named) {
            named.forEach((name, function) -> functions.put(String.valueOf(name), function(method, function)));
        } else {
            elements(method, returned).forEachRemaining(element -> {
                DifferentiableFunction function = function(method, element);
                functions.put(name(function, functions.size() + 1), function);
            });
        }
        if (functions.isEmpty()) {
            throw new ExtensionConfigurationException("@Differentiable on " + method.getName() + " lists no function");
        }
        return functions;
    }

    private static String name(DifferentiableFunction function, int number) {
        return function.forms().name().orElse("function " + number);
    }

    private static Iterator<?> elements(Method method, Object returned) {
        if (returned instanceof BaseStream<?, ?> stream) {
            return stream.iterator();
        }
        if (returned instanceof Iterable<?> iterable) {
            return iterable.iterator();
        }
        if (returned instanceof Object[] array) {
            return List.of(array).iterator();
        }
        throw wrongType(method, returned);
    }

    private static DifferentiableFunction function(Method method, Object element) {
        if (element instanceof DifferentiableFunction function) {
            return function;
        }
        throw wrongType(method, element);
    }

    private static ExtensionConfigurationException wrongType(Method method, Object found) {
        return new ExtensionConfigurationException("@Differentiable on " + method.getName() + " returned a "
                + (found == null ? "null" : found.getClass().getSimpleName())
                + ", where a DifferentiableFunction, or a stream, collection, array or map of them should be");
    }
}
