package org.gradcheck.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactorFitTest {

    private static FactorFit of(double... suppliedAndReference) {
        List<FactorFit.Pair> pairs = new ArrayList<>();
        for (int i = 0; i < suppliedAndReference.length; i += 2) {
            pairs.add(new FactorFit.Pair(suppliedAndReference[i], suppliedAndReference[i + 1], 1e-12));
        }
        return new FactorFit(pairs);
    }

    @Test
    void inOneDimensionOnlySimpleFactorsAreNamedExactOnesToo() {
        assertThat(of(1, 2).factor(1)).hasValue(0.5);
        assertThat(of(1 + 1e-13, 2).factor(1)).hasValue(0.5);
        assertThat(of(-3, 3).factor(1)).hasValue(-1);
        assertThat(of(1.2345, 2).factor(1)).isEmpty();
    }

    @Test
    void inSeveralDimensionsTwoDirectionsTellAnyFactor() {
        assertThat(of(1.2, 2, 0.6, 1).factor(3)).hasValueCloseTo(0.6, offset(1e-12));
        assertThat(of(1.2, 2).factor(3)).isEmpty();
        assertThat(of(1.2, 2, 0.7, 1).factor(3)).isEmpty();
        assertThat(of(4, 2, 2, 1).factor(3)).hasValue(2);
    }
}
