package org.gradcheck.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.gradcheck.spec.Formula;
import org.gradcheck.spec.Spec;
import org.gradcheck.spec.SpecFiles;
import org.gradcheck.spec.SpecReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xml.sax.InputSource;

class MathMarkupTest {

    private static final Set<String> VARIABLES = Set.of("A", "x", "b", "lambda");

    /** Without rows, which group and are not seen. */
    private static String seen(String text) {
        return MathMarkup.of(text, VARIABLES)
                .orElseThrow()
                .replaceAll("</?mrow>", "")
                .replaceAll(" form=\"\\w+\"", "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    A'                | <msup><mi>A</mi><mo>⊤</mo></msup>
                    inv(A)            | <msup><mi>A</mi><mo>−</mo><mn>1</mn></msup>
                    inv(A + b)        | <msup><mo>(</mo><mi>A</mi><mo>+</mo><mi>b</mi><mo>)</mo><mo>−</mo><mn>1</mn></msup>
                    A\\x              | <msup><mi>A</mi><mo>−</mo><mn>1</mn></msup><mspace width="0.17em"/><mi>x</mi>
                    (A + b)/2         | <mfrac><mi>A</mi><mo>+</mo><mi>b</mi><mn>2</mn></mfrac>
                    x.^2              | <msup><mi>x</mi><mo>∘</mo><mn>2</mn></msup>
                    x^(b - 1)         | <msup><mi>x</mi><mi>b</mi><mo>−</mo><mn>1</mn></msup>
                    2*3               | <mn>2</mn><mo>·</mo><mn>3</mn>
                    A .* b ./ x       | <mi>A</mi><mo>⊙</mo><mi>b</mi><mo>⊘</mo><mi>x</mi>
                    -x                | <mo>−</mo><mi>x</mi>
                    lambda*x          | <mi>λ</mi><mspace width="0.17em"/><mi>x</mi>
                    norm2(x)          | <mo>‖</mo><mi>x</mi><mo>‖</mo>
                    norm1(x)          | <msub><mo>‖</mo><mi>x</mi><mo>‖</mo><mn>1</mn></msub>
                    sqrt(x)           | <msqrt><mi>x</mi></msqrt>
                    kron(A, x + b)    | <mi>A</mi><mo>⊗</mo><mo>(</mo><mi>x</mi><mo>+</mo><mi>b</mi><mo>)</mo>
                    dot(A, b)         | <mo>⟨</mo><mi>A</mi><mo>,</mo><mi>b</mi><mo>⟩</mo>
                    x(1)              | <msub><mi>x</mi><mn>1</mn></msub>
                    A(:, 2)           | <msub><mi>A</mi><mo>:</mo><mo>,</mo><mn>2</mn></msub>
                    exp(x)            | <mi>exp</mi><mo>&#x2061;</mo><mo>(</mo><mi>x</mi><mo>)</mo>
                    sigma(x)          | <mi>σ</mi><mo>&#x2061;</mo><mo>(</mo><mi>x</mi><mo>)</mo>
                    x <= b            | <mi>x</mi><mo>≤</mo><mi>b</mi>
                    1e-3              | <mn>1</mn><mo>·</mo><msup><mn>10</mn><mo>−</mo><mn>3</mn></msup>
                    eye(3)            | <msub><mi>I</mi><mn>3</mn></msub>
                    qr(A).Q           | <mi>qr</mi><mo>&#x2061;</mo><mo>(</mo><mi>A</mi><mo>)</mo><mo>.</mo><mi>Q</mi>
                    """)
    void aFormulaLooksAsOnPaper(String text, String expected) {
        assertThat(seen(text)).isEqualTo(expected);
    }

    @Test
    void sumsHaveTheirLimits() {
        assertThat(seen("sumi(i, 1, 3, x(i))"))
                .isEqualTo("<munderover><mo>∑</mo><mi>i</mi><mo>=</mo><mn>1</mn><mn>3</mn></munderover>"
                        + "<msub><mi>x</mi><mi>i</mi></msub>");
    }

    @Test
    void blocksAreMatrices() {
        assertThat(seen("[x, b; 1, 2]"))
                .isEqualTo("<mtable class=\"matrix\"><mtr><mtd><mi>x</mi></mtd><mtd><mi>b</mi></mtd></mtr>"
                        + "<mtr><mtd><mn>1</mn></mtd><mtd><mn>2</mn></mtd></mtr></mtable>");
    }

    @Test
    void definitionsHaveALineEach() {
        assertThat(seen("r = A*x; r'*r"))
                .startsWith("<mtable class=\"lines\"><mtr><mtd><mi>r</mi><mo>=</mo><mi>A</mi>")
                .contains("<mo>;</mo></mtd></mtr><mtr><mtd><msup><mi>r</mi>");
    }

    @Test
    void namesOfTangentsCotangentsAndEntriesAreRead() {
        assertThat(MathMarkup.name("dx", VARIABLES))
                .isEqualTo("<mrow><mi mathvariant=\"normal\">d</mi><mi>x</mi></mrow>");
        assertThat(MathMarkup.name("dt", VARIABLES)).isEqualTo("<mi>dt</mi>");
        assertThat(MathMarkup.name("fbar", VARIABLES)).isEqualTo("<mover><mi>f</mi><mo>¯</mo></mover>");
        assertThat(MathMarkup.name("x_1", VARIABLES)).isEqualTo("<msub><mi>x</mi><mn>1</mn></msub>");
        assertThat(MathMarkup.name("W2", VARIABLES)).isEqualTo("<msub><mi>W</mi><mn>2</mn></msub>");
        assertThat(MathMarkup.name("<b>", VARIABLES)).isEqualTo("<mi>&lt;b&gt;</mi>");
    }

    @Test
    void whatCannotBeReadIsNotTypeset() {
        assertThat(MathMarkup.of("A*(x", VARIABLES)).isEmpty();
        assertThat(MathMarkup.of("", VARIABLES)).isEmpty();
    }

    @Test
    void everyFormulaOfTheCollectionIsTypesetInWellFormedMarkup() {
        List<Path> files = SpecFiles.find(List.of(Path.of("..", "specs")));

        assertThat(files)
                .allSatisfy(file -> assertThat(formulas(SpecReader.read(file))).allSatisfy(formula -> {
                    String markup = MathMarkup.of(formula.text(), VARIABLES).orElseThrow();
                    assertThat(wellFormed("<math>" + markup + "</math>"))
                            .as(formula.text())
                            .isTrue();
                }));
    }

    private static List<Formula> formulas(Spec spec) {
        return Stream.of(
                        spec.definitions().values().stream(),
                        spec.lets().values().stream(),
                        spec.function().values().stream(),
                        spec.claims().stream().flatMap(claim -> claim.formulas().values().stream()))
                .flatMap(stream -> stream)
                .toList();
    }

    private static boolean wellFormed(String xml) {
        try {
            DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
            return true;
        } catch (IOException | org.xml.sax.SAXException | javax.xml.parsers.ParserConfigurationException e) {
            return false;
        }
    }

    /** Once it took twice as long for each further operator. */
    @Test
    void longChainsOfDivisionsAreTypeset() {
        assertThat(MathMarkup.of("x\\".repeat(60) + "x/".repeat(60) + "x", Set.of("x")))
                .isPresent();
    }
}
