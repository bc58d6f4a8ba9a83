package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.gradcheck.expression.Evaluations.scalar;

import java.util.stream.Stream;
import org.gradcheck.expression.function.Description;
import org.gradcheck.expression.function.FunctionLibrary;
import org.gradcheck.expression.function.LanguageFunction;
import org.junit.jupiter.api.Test;

class LanguageReferenceTest {

    private static final LanguageReference REFERENCE = LanguageReference.standard();

    @Test
    void everyFunctionAndEveryFormIsListedOnceInAlphabeticalOrder() {
        assertThat(REFERENCE.descriptions())
                .extracting(Description::name)
                .doesNotHaveDuplicates()
                .isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER)
                .contains("sumi", "prodi", "iter", "pi", "svd.U", "where")
                .containsAll(FunctionLibrary.standard().functions().stream()
                        .map(LanguageFunction::name)
                        .toList());
    }

    @Test
    void formsHaveExamplesThatRun() {
        assertThat(Stream.of("sumi", "prodi", "iter", "pi")
                        .map(REFERENCE::find)
                        .map(found -> scalar(found.get(0).example())))
                .containsExactly(30.0, 24.0, 1.414213562373095, -1.0);
    }

    @Test
    void everythingTellsItsShapesAndItsDerivative() {
        assertThat(REFERENCE.descriptions())
                .allSatisfy(description -> assertThat(description.shapes()).isNotBlank())
                .allSatisfy(description -> assertThat(description.derivative()).isNotBlank());
    }

    @Test
    void aNameStandsForAllItsOutputsAnAliasForItsFunction() {
        assertThat(REFERENCE.find("svd")).extracting(Description::name).containsExactly("svd.S", "svd.U", "svd.V");
        assertThat(REFERENCE.find("eigh.values")).extracting(Description::name).containsExactly("eigh.values");
        assertThat(REFERENCE.find("trace")).extracting(Description::name).containsExactly("tr");
        assertThat(REFERENCE.find("ei")).isEmpty();
        assertThat(REFERENCE.nearest("logsumxp")).contains("logsumexp");
    }
}
