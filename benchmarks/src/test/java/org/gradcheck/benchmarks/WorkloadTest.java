package org.gradcheck.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.stream.IntStream;
import org.gradcheck.report.CheckReport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.infra.Blackhole;

class WorkloadTest {

    private static final BusyWait NONE = new BusyWait(0);

    @ParameterizedTest
    @EnumSource
    void bothSidesCallTheUsersCodeEquallyOften(Problem problem) {
        Workload<?> workload = problem.workload(NONE);
        Evaluations evaluations = workload.count();

        List<Integer> before = calls(workload);
        CheckReport report = workload.check().run();
        List<Integer> between = calls(workload);
        evaluations.make(blackhole());
        List<Integer> after = calls(workload);

        assertThat(differences(between, after))
                .isEqualTo(differences(before, between))
                .allMatch(calls -> calls > 0);
        assertThat(evaluations.function().times()).isEqualTo(report.evaluations());
        assertThat(evaluations.derivativeCalls())
                .isEqualTo(differences(before, between).stream()
                                .mapToInt(Integer::intValue)
                                .sum()
                        - report.evaluations());
    }

    @Test
    void everyCallWaits() {
        Workload<?> workload = Problem.SINES_10.workload(new BusyWait(1000));
        Evaluations evaluations = workload.count();

        long start = System.nanoTime();
        evaluations.make(blackhole());

        assertThat(System.nanoTime() - start)
                .isGreaterThanOrEqualTo(1_000_000L * (evaluations.function().times() + evaluations.derivativeCalls()));
    }

    @Test
    void wrongDerivativeIsNoWorkload() {
        Workload<Double> wrong = Workload.scalar(NONE, x -> x[0] * x[1], new double[] {0.7, -1.2})
                .gradient(double[]::clone);

        assertThatIllegalStateException()
                .isThrownBy(wrong::count)
                .withMessageStartingWith("a benchmark measures a check that confirms, but:")
                .withMessageContaining("REFUTED");
    }

    private static List<Integer> calls(Workload<?> workload) {
        return workload.code().stream().map(Workload.Callable::calls).toList();
    }

    private static List<Integer> differences(List<Integer> before, List<Integer> after) {
        return IntStream.range(0, before.size())
                .mapToObj(i -> after.get(i) - before.get(i))
                .toList();
    }

    private static Blackhole blackhole() {
        return new Blackhole(
                "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.");
    }
}
