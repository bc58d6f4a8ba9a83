package org.gradcheck.junit;

import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import org.gradcheck.check.CheckSettings;
import org.junit.jupiter.api.extension.AfterTestExecutionCallback;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.opentest4j.TestAbortedException;

/** One invocation: its name, the parameters made of it, and what is kept of its end. */
record DerivativeTestInvocationContext(Invocation invocation, FailedSeeds failed)
        implements TestTemplateInvocationContext, ParameterResolver, AfterTestExecutionCallback {

    @Override
    public String getDisplayName(int invocationIndex) {
        return "[" + invocationIndex + "] " + invocation.title();
    }

    @Override
    public List<Extension> getAdditionalExtensions() {
        return List.of(this);
    }

    @Override
    public boolean supportsParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
        Class<?> type = parameterContext.getParameter().getType();
        return type == GradientChecker.class
                || type == CheckSettings.class
                || point(parameterContext.getParameter()).isPresent();
    }

    @Override
    public Object resolveParameter(ParameterContext parameterContext, ExtensionContext extensionContext) {
        Parameter parameter = parameterContext.getParameter();
        if (parameter.getType() == GradientChecker.class) {
            return checker(extensionContext);
        }
        if (parameter.getType() == CheckSettings.class) {
            return invocation.check();
        }
        return point(parameter).orElseThrow().chosen().value();
    }

    private Optional<TestPoint> point(Parameter parameter) {
        return invocation.points().stream()
                .filter(point -> point.parameter().equals(parameter))
                .findFirst();
    }

    private GradientChecker checker(ExtensionContext context) {
        return new GradientChecker(invocation, new DerivativeTestAssertionContext(invocation, CheckLog.of(context)));
    }

    @Override
    public void afterTestExecution(ExtensionContext context) {
        boolean hasFailed = context.getExecutionException()
                .filter(exception -> !(exception instanceof TestAbortedException))
                .isPresent();
        if (hasFailed) {
            failed.add(invocation.seed());
        } else {
            failed.remove(invocation.seed());
        }
        CheckLog.of(context).attach(invocation.settings().attachment(), invocation.title());
    }
}
