package org.gradcheck.junit;

import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.gradcheck.check.CheckSettings;
import org.junit.jupiter.api.extension.Extension;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;

/**
 * One invocation: its seed, its points, and the parameters made of them.
 *
 * @param seed decides its points and its checks
 * @param number its number, from 1
 * @param of how many invocations there are
 * @param inconclusive what an inconclusive check does
 * @param points one for each parameter that is a point
 */
record DerivativeTestInvocationContext(
        long seed, int number, int of, InconclusiveOutcome inconclusive, List<DrawnPoint> points)
        implements TestTemplateInvocationContext, ParameterResolver {

    @Override
    public String getDisplayName(int invocationIndex) {
        return Stream.concat(
                        Stream.of("[" + invocationIndex + "] seed " + seed),
                        points.stream().map(DrawnPoint::title))
                .collect(Collectors.joining(", "));
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
        return point(parameter)
                .map(DrawnPoint::value)
                .orElseGet(() -> parameter.getType() == CheckSettings.class ? settings() : checker());
    }

    private Optional<DrawnPoint> point(Parameter parameter) {
        return points.stream()
                .filter(point -> point.parameter().equals(parameter))
                .findFirst();
    }

    private CheckSettings settings() {
        return CheckSettings.defaults().withSeed(seed);
    }

    private GradientChecker checker() {
        return new GradientChecker(
                settings(), points, new DerivativeTestAssertionContext(seed, number, of, inconclusive, points));
    }
}
