package org.gradcheck.junit;

import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.platform.commons.support.AnnotationSupport;

/** Turns a {@link DerivativeTest} into one invocation a seed. Stateless: what an invocation needs is in its context. */
final class DerivativeTestExtension implements TestTemplateInvocationContextProvider {

    @Override
    public boolean supportsTestTemplate(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getRequiredTestMethod(), DerivativeTest.class);
    }

    @Override
    public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
        Method method = context.getRequiredTestMethod();
        DerivativeTest annotation =
                AnnotationSupport.findAnnotation(method, DerivativeTest.class).orElseThrow();
        DerivativeTestSettings settings =
                DerivativeTestSettings.of(annotation, context.getConfigurationParameter(DerivativeTest.SEED_PARAMETER));
        List<PointParameter> parameters = pointParameters(method);
        return IntStream.range(0, settings.points()).mapToObj(i -> invocation(settings, parameters, i));
    }

    private static TestTemplateInvocationContext invocation(
            DerivativeTestSettings settings, List<PointParameter> parameters, int number) {
        long seed = settings.seed() + number;
        return new DerivativeTestInvocationContext(
                seed,
                number + 1,
                settings.points(),
                settings.inconclusive(),
                parameters.stream().map(parameter -> parameter.draw(seed)).toList());
    }

    private static List<PointParameter> pointParameters(Method method) {
        List<PointParameter> found = new ArrayList<>();
        Parameter[] parameters = method.getParameters();
        for (int i = 0; i < parameters.length; i++) {
            int index = i;
            AnnotationSupport.findAnnotation(parameters[i], Point.class)
                    .ifPresent(
                            point -> found.add(PointParameter.of(parameters[index], index, point, List.copyOf(found))));
        }
        return found;
    }
}
