package org.gradcheck.junit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.junit.DerivativeForms.Supplied;
import org.gradcheck.junit.FunctionPoints.Located;
import org.gradcheck.report.CheckReport;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/**
 * The tests of one listed function: for each form, and for all first derivatives together if there are several, one at each
 * point.
 */
record FunctionTests<X, Y>(DerivativeForms<X, Y> forms, RunSettings settings, Exclusions except, FailedSeeds failed) {

    private static final String TOGETHER = "first derivatives together";

    Stream<DynamicNode> nodes() {
        if (forms.supplied().isEmpty()) {
            throw new ExtensionConfigurationException(
                    "a listed function needs a derivative: say it by gradient(…), jvp(…) or another form");
        }
        List<Located<X>> points = forms.points().located(settings, failed.read(), except, this::isDefined);
        if (points.isEmpty()) {
            throw new ExtensionConfigurationException("every point is left out by `except`");
        }
        List<DynamicNode> nodes = new ArrayList<>();
        forms.supplied().forEach(form -> nodes.add(container(form.title(), points, located -> test(form, located))));
        if (firsts().count() > 1) {
            nodes.add(container(TOGETHER, points, this::together));
        }
        return nodes.stream();
    }

    /** Makes the test at a point. */
    @FunctionalInterface
    private interface AtPoint<X, Y> {
        FormTest<X, Y> of(Located<X> located);
    }

    private DynamicNode container(String title, List<Located<X>> points, AtPoint<X, Y> test) {
        return DynamicContainer.dynamicContainer(
                title, points.stream().map(located -> DynamicTest.dynamicTest(located.title(), test.of(located))));
    }

    private FormTest<X, Y> test(Supplied<X, Y> form, Located<X> located) {
        DerivativeCheck<X, Y> base = form.second() ? withFirsts() : forms.check();
        UnaryOperator<CheckReport> about = form.second() ? report -> report.about(form.name()) : report -> report;
        return new FormTest<>(
                form.supplied().apply(base),
                form.title(),
                Map.of(form.name(), form.title()),
                about,
                located,
                settings,
                failed);
    }

    private FormTest<X, Y> together(Located<X> located) {
        return new FormTest<>(withFirsts(), TOGETHER, Map.of(), report -> report, located, settings, failed);
    }

    private DerivativeCheck<X, Y> withFirsts() {
        DerivativeCheck<X, Y> check = forms.check();
        for (Supplied<X, Y> form : firsts().toList()) {
            check = form.supplied().apply(check);
        }
        return check;
    }

    private Stream<Supplied<X, Y>> firsts() {
        return forms.supplied().stream().filter(form -> !form.second());
    }

    private boolean isDefined(X point) {
        try {
            return FiniteValue.isFinite(forms.function().apply(point));
        } catch (RuntimeException e) {
            return false;
        }
    }
}
