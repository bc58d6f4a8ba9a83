package org.gradcheck.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.gradcheck.check.CheckSettings;
import org.gradcheck.corpus.CorpusCase.Claim;
import org.gradcheck.corpus.CorpusCase.Mutant;
import org.gradcheck.report.CheckReport;
import org.gradcheck.report.RefutationReason;
import org.gradcheck.report.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every right derivative is confirmed, every planted mistake refuted because it disagrees. */
class CorpusTest {

    private static final Set<Category> CLEAN = EnumSet.of(Category.SMOOTH, Category.MATRIX, Category.MODEL);

    private static final CheckSettings SETTINGS = CheckSettings.defaults().withSeed(7);

    static Stream<CorpusCase> corpus() {
        return Corpus.dependable().stream();
    }

    /** Functions whose planted mistakes are all larger than what noise and single precision hide. */
    static Stream<CorpusCase> cleanCorpus() {
        return corpus().filter(c -> CLEAN.contains(c.category()));
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void rightDerivativeIsConfirmedInEveryForm(CorpusCase subject) {
        for (Claim claim : Claim.values()) {
            CheckReport report = subject.check(subject.right(), claim, SETTINGS);
            assertThat(report.isConfirmed())
                    .as("%s as %s%n%s", subject, claim, report)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @MethodSource("cleanCorpus")
    void plantedMistakeIsRefutedBecauseItDisagrees(CorpusCase subject) {
        for (Mutant mutant : subject.mutants(1e-2, 1e-4, 1e-6)) {
            CheckReport report = subject.check(mutant.jacobian(), Claim.MATRIX, SETTINGS);
            assertThat(report.verdict())
                    .as("%s: %s%n%s", subject, mutant.mistake(), report)
                    .isInstanceOfSatisfying(
                            Verdict.Refuted.class,
                            refuted -> assertThat(refuted.reason()).isEqualTo(RefutationReason.DISAGREEMENT));
        }
    }

    @Test
    void corpusHasTheSizeItClaims() {
        List<CorpusCase> clean = cleanCorpus().toList();

        assertThat(clean).hasSizeGreaterThanOrEqualTo(50);
        assertThat(clean.stream().mapToInt(c -> c.wrong().size()).sum()).isGreaterThanOrEqualTo(120);
    }
}
