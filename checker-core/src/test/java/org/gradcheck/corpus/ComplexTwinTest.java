package org.gradcheck.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.gradcheck.check.DerivativeCheck;
import org.gradcheck.complex.ComplexTwin;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.TwinReport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The continuations of the corpus as twins: right ones are believed, and sharpen what can be seen. */
class ComplexTwinTest {

    static List<ComplexFunctions.Case> cases() {
        return ComplexFunctions.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rightTwinsAreBelieved(ComplexFunctions.Case subject) {
        for (long seed = 1; seed <= 20; seed++) {
            DerivativeCheck<double[], Double> check = DerivativeCheck.ofScalar(subject.function())
                    .at(subject.point())
                    .seed(seed)
                    .complexTwin(new ComplexTwin(subject.continuation()));
            TwinReport twin = check.checkTwin();

            assertThat(twin.agrees()).as(twin.toString()).isTrue();
            assertThat(twin.resolution()).isLessThan(1e-12);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void rightDerivativesAreConfirmedAndWrongOnesRefutedBeyondWhatDifferencesSee(ComplexFunctions.Case subject) {
        for (long seed = 1; seed <= 20; seed++) {
            DerivativeCheck<double[], Double> check = DerivativeCheck.ofScalar(subject.function())
                    .at(subject.point())
                    .seed(seed)
                    .strict()
                    .complexTwin(new ComplexTwin(subject.continuation()));
            CheckReport right = check.gradient(subject.gradient()).run();
            CheckReport wrong = check.gradient(
                            x -> Arrays.stream(subject.gradient().apply(x))
                                    .map(g -> g * (1 + 1e-10))
                                    .toArray())
                    .run();

            assertThat(right.isConfirmed()).as(right.toString()).isTrue();
            assertThat(wrong.isRefuted()).as(wrong.toString()).isTrue();
        }
    }
}
