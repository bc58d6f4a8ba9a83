package org.gradcheck.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
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
        RunSettings settings = RunSettings.of(AnnotatedSettings.of(annotation), context);
        FailedSeeds failed = FailedSeeds.of(context, FailedSeeds.name(method));
        List<PointParameter> parameters = new PointParameters(context).all();
        Exclusions except = Exclusions.of(annotation.except());
        return invocations(new Invocations(settings, parameters, except, failed.read()), method).stream()
                .map(invocation -> new DerivativeTestInvocationContext(invocation, failed));
    }

    private static List<Invocation> invocations(Invocations plan, Method method) {
        try {
            return plan.all();
        } catch (ExtensionConfigurationException e) {
            throw new ExtensionConfigurationException(
                    "@DerivativeTest on " + method.getName() + ": " + e.getMessage(), e);
        }
    }
}
