package org.gradcheck.assertj;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.presentation.StandardRepresentation;
import org.gradcheck.chain.ChainReport;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.Evidence;
import org.gradcheck.report.InconclusiveReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every assertion does what users of AssertJ expect of one. */
class ConventionsTest {

    /**
     * An assertion of one class.
     *
     * @param start makes it
     * @param fails what fails of it
     * @param missing the same about nothing
     */
    record Case<A extends AbstractAssert<A, ?>>(
            String name, Supplier<A> start, Consumer<A> fails, Supplier<A> missing) {
        AbstractAssert<?, ?> with(java.util.function.UnaryOperator<A> step) {
            A assertion = step.apply(start.get());
            fails.accept(assertion);
            return assertion;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @SuppressWarnings("NullAway") // what a caller may do all the same
    static Stream<Case<?>> cases() {
        return Stream.of(
                new Case<>(
                        "function",
                        () -> DerivativeAssertions.assertThatFunction(Bilinear::value)
                                .at(new double[] {1, -2}),
                        f -> f.hasGradient(Bilinear::gradientWithoutTwo),
                        () -> DerivativeAssertions.assertThatScalarFunction(null)),
                new Case<>(
                        "univariate",
                        () -> DerivativeAssertions.assertThatFunction(Math::sin).at(1),
                        f -> f.hasDerivative(Math::sin),
                        () -> DerivativeAssertions.assertThatUnivariateFunction((DoubleUnaryOperator) null)),
                new Case<>(
                        "report",
                        () -> DerivativeAssertions.assertThat(ExampleReports.wrong),
                        CheckReportAssert::isConfirmed,
                        () -> DerivativeAssertions.assertThat((CheckReport) null)),
                new Case<>(
                        "chain",
                        () -> DerivativeAssertions.assertThat(ExampleReports.wrongChain),
                        ChainReportAssert::isConfirmed,
                        () -> DerivativeAssertions.assertThat((ChainReport) null)),
                new Case<>(
                        "evidence",
                        () -> DerivativeAssertions.assertThat(
                                ExampleReports.wrong.results().get(0).evidence().get(0)),
                        EvidenceAssert::isConfirmed,
                        () -> DerivativeAssertions.assertThat((Evidence) null)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <A extends AbstractAssert<A, ?>> void descriptionsComeFirst(Case<A> assertion) {
        for (Consumer<Case<A>> described : List.<Consumer<Case<A>>>of(
                c -> c.with(a -> a.as("page %d", 12)),
                c -> c.with(a -> a.describedAs("page %d", 12)),
                c -> c.with(a -> a.as(() -> "page 12")))) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> described.accept(assertion))
                    .withMessageStartingWith("[page 12] \nExpecting ");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    <A extends AbstractAssert<A, ?>> void messagesCanBeReplaced(Case<A> assertion) {
        for (Consumer<Case<A>> replaced : List.<Consumer<Case<A>>>of(
                c -> c.with(a -> a.withFailMessage("mine: %d%%", 100)),
                c -> c.with(a -> a.overridingErrorMessage("mine: %d%%", 100)),
                c -> c.with(a -> a.withFailMessage(() -> "mine: 100%")))) {
            assertThatExceptionOfType(AssertionError.class)
                    .isThrownBy(() -> replaced.accept(assertion))
                    .withMessage("mine: 100%");
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    <A extends AbstractAssert<A, ?>> void nothingIsReportedAsSuch(Case<A> assertion) {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion.missing().get().isNotNull())
                .withMessageContaining("Expecting actual not to be null");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion.fails().accept(assertion.missing().get()))
                .withMessageContaining("Expecting actual not to be null");
        assertThatCode(() -> assertion.missing().get().isNull()).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("cases")
    <A extends AbstractAssert<A, ?>> void inheritedAssertionsWork(Case<A> assertion) {
        assertion
                .start()
                .get()
                .isNotNull()
                .satisfies(actual -> assertThat(actual).isNotNull());
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion
                        .start()
                        .get()
                        .satisfies(actual -> assertThat(actual).isNull()));
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> assertion
                        .start()
                        .get()
                        .withRepresentation(new Laconic())
                        .isNull())
                .withMessageContaining("something");
    }

    /** Prints everything alike. */
    private static final class Laconic extends StandardRepresentation {
        @Override
        public String toStringOf(Object object) {
            return "something";
        }
    }

    @Test
    void partsOfReportsAreExtracted() {
        DerivativeAssertions.assertThat(ExampleReports.right)
                .extracting(CheckReport::seed)
                .isEqualTo(1L);
        DerivativeAssertions.assertThat(ExampleReports.right)
                .extracting("evaluations")
                .isEqualTo(26);
        DerivativeAssertions.assertThat(ExampleReports.wrongChain)
                .extracting(ChainReport::firstWrongStage)
                .isEqualTo(java.util.Optional.of("square"));
        DerivativeAssertions.assertThat(ExampleReports.right)
                .decisive()
                .as("the method")
                .extracting(Evidence::method)
                .isEqualTo("central differences");
    }

    @Test
    void navigationKeepsTheDescription() {
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DerivativeAssertions.assertThat(ExampleReports.wrong)
                        .as("page 12")
                        .decisive()
                        .isConfirmed())
                .withMessageStartingWith("[page 12] \nExpecting direction 1 to confirm, but it is refuted: ");
        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(() -> DerivativeAssertions.assertThat(ExampleReports.wrongChain)
                        .as("page 12")
                        .stage("square")
                        .isConfirmed())
                .withMessageStartingWith("[page 12] \nExpecting the report to be confirmed, but the VJP is wrong by ");
    }

    @Test
    void whatIsReachedSoftlyIsSoft() {
        DerivativeSoftAssertions softly = new DerivativeSoftAssertions();

        softly.assertThat(ExampleReports.wrong).decisive().isConfirmed();
        softly.assertThat(ExampleReports.wrong).decisive().relativeError().isLessThan(0.1);
        softly.assertThat(ExampleReports.wrong).verdict().isNull();
        softly.assertThat(ExampleReports.wrong).evidence().isEmpty();
        softly.assertThat(ExampleReports.wrong).diagnosis().isEmpty();
        softly.assertThat(ExampleReports.wrong).where().isEmpty();
        softly.assertThat(ExampleReports.wrong).result("gradient").direction(2).hasRelativeErrorBelow(1e-8);
        softly.assertThat(ExampleReports.wrong).hasObservedOrderCloseTo(2, within(0.1));
        softly.assertThat(ExampleReports.wrongChain)
                .stage("square")
                .isConfirmed()
                .isInconclusive();
        softly.assertThat(ExampleReports.wrongChain)
                .hasFirstWrongStage("double")
                .isConfirmed();

        assertThat(softly.assertionErrorsCollected()).hasSize(12);
    }

    @Test
    @SuppressWarnings("NullAway") // what a caller may do all the same
    void everyFunctionIsSoftToo() {
        DerivativeSoftAssertions softly = new DerivativeSoftAssertions();

        softly.assertThatFunction(Math::cbrt)
                .at(0)
                .isDifferentiable()
                .atRandomPoints(2)
                .hasDerivative(x -> 0)
                .hasSecondDerivative(x -> 1);
        softly.assertThatFunction(Bilinear::value)
                .atRandomPoints(2, 2)
                .isNotDifferentiable()
                .hasWrongGradient(Bilinear::gradient);
        softly.assertThatScalarFunction(null).isDifferentiable();

        assertThat(softly.assertionErrorsCollected()).hasSize(6);
    }

    @Test
    void everyReasonCanBeAskedFor() {
        CheckReport few = DerivativeCheck.ofScalar(Bilinear::value)
                .at(new double[] {1, -2})
                .budget(16)
                .gradient(Bilinear::gradientWithoutTwo)
                .run();

        DerivativeAssertions.assertThat(few).isInconclusiveBecause(InconclusiveReason.BUDGET);
    }
}
