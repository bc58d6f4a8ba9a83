package org.gradcheck.junit;

import java.util.List;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/** Gives ordinary tests a {@link GradientChecker} with the settings around them. */
final class GradientCheckerResolver implements ParameterResolver, AfterTestExecutionCallback {

    @Override
    public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
        return parameterContext.getParameter().getType() == GradientChecker.class
                && parameterContext
                        .getDeclaringExecutable()
                        .equals(extensionContext.getTestMethod().orElse(null))
                && !isDerivativeTest(extensionContext);
    }

    @Override
    public Object resolveParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
        RunSettings settings = RunSettings.of(extensionContext);
        Invocation invocation = new Invocation(settings.seed(), 1, 1, false, settings, List.of());
        return new GradientChecker(invocation, new PlainTestAssertionContext(settings, CheckLog.of(extensionContext)));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        if (!isDerivativeTest(context)) {
            CheckLog.of(context).attach(RunSettings.of(context).attachment(), context.getDisplayName());
        }
    }

    private static boolean isDerivativeTest(ExtensionContext context) {
        return AnnotationSupport.isAnnotated(context.getTestMethod(), DerivativeTest.class);
    }
}
