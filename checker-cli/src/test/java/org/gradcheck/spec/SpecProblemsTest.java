package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the user is told of a spec that cannot be checked, word for word. */
class SpecProblemsTest {

    @TempDir
    Path folder;

    @Test
    void unknownKey() {
        assertThat(problem("{ 'variables': { 'x': 1 }, 'function': 'x', 'tolerance': 1e-6 }"))
                .isEqualTo("loss.json:1:45 (/tolerance): unknown key \"tolerance\" in a spec; expected one of $schema,"
                        + " title, source, tags, description, sizes, variables, define, let, function, chain, gradient, jacobian, jvp,"
                        + " vjp, hessian, hvp, bilinear, wrt, convention, expect, check");
    }

    @Test
    void misspeltKey() {
        assertThat(problem("{\n  'variables': { 'x': 1 },\n  'function': 'x',\n  'gradiant': { 'x': '1' }\n}"))
                .isEqualTo("loss.json:4:3 (/gradiant): unknown key \"gradiant\" in a spec; expected one of $schema,"
                        + " title, source, tags, description, sizes, variables, define, let, function, chain, gradient, jacobian, jvp,"
                        + " vjp, hessian, hvp, bilinear, wrt, convention, expect, check. Did you mean \"gradient\"?");
    }

    @Test
    void misreadFunctionOfOnesOwn() {
        assertThat(
                        problem(
                                "{ 'variables': { 'x': 1 }, 'define': { 'sigma(z': 'z' }, 'function': 'x', 'gradient': { 'x': '1' } }"))
                .isEqualTo(
                        "loss.json:1:51 (/define/sigma(z): expected the name of a function and its parameters, as f(x)\n"
                                + "  sigma(z\n  ^~~~~~~");
        assertThat(
                        problem(
                                "{ 'variables': { 'x': 1 }, 'define': { 'x(z)': 'z' }, 'function': 'x', 'gradient': { 'x': '1' } }"))
                .isEqualTo(
                        "loss.json:1:48 (/define/x(z)): \"x\" would be a function, but is a variable already; expected"
                                + " another name");
    }

    @Test
    void intermediateValueOfAnArgumentThatNoDerivativeHas() {
        String spec =
                "{ 'variables': { 'x': 1 }, 'let': { 'S': '2*fbar' }, 'function': 'x', 'gradient': { 'x': '1' } }";

        assertThat(problem(spec))
                .isEqualTo("loss.json:1:42 (/let/S): \"S\" is computed from fbar, and no derivative in this spec has"
                        + " that; a cotangent such as fbar is known in a \"vjp\", tangents such as dx in a \"jvp\", \"hvp\" or"
                        + " \"bilinear\"");
        assertThat(problem(spec.replace("'1' }", "'S' }")))
                .isEqualTo(
                        "loss.json:1:90 (/gradient/x): \"S\" is computed from fbar, which is not known here; expected"
                                + " an expression in what is");
        assertThat(problem(spec.replace("gradient", "vjp").replace("'function': 'x'", "'function': 'S'")))
                .isEqualTo(
                        "loss.json:1:66 (/function): \"S\" is computed from fbar, which is not known here; expected an"
                                + " expression in what is");
    }

    @Test
    void findingsOfWhatIsNotRefuted() {
        assertThat(problem("{ 'variables': { 'x': 1 }, 'function': 'x', 'gradient': { 'x': '1' },"
                        + " 'expect': { 'verdict': 'confirmed', 'diagnosis': 'sign' } }"))
                .isEqualTo("loss.json:1:81 (/expect): \"diagnosis\" and \"where\" are about a wrong derivative, and"
                        + " \"confirmed\" is expected; expected \"verdict\": \"refuted\" beside them");
    }

    @Test
    void valuesOfAnotherShapeThanDeclared() {
        assertThat(problem("{ 'sizes': { 'n': 3 }, 'variables': { 'x': { 'shape': ['n'], 'value': [1, 2] } },"
                        + " 'function': 'sum(x)', 'gradient': { 'x': 'x' } }"))
                .isEqualTo(
                        "loss.json:1:44 (/variables/x): \"x\" is declared as n×1 (3×1), and its values are 2×1; expected"
                                + " equal shapes, or no \"shape\" beside values");
    }

    @Test
    void directionsWithoutAStructure() {
        assertThat(problem("{ 'variables': { 'x': { 'shape': [2], 'directions': 'ambient' } } }"))
                .isEqualTo(
                        "loss.json:1:53 (/variables/x/directions): \"directions\" are those of a structure, which this"
                                + " variable does not have; expected \"structure\" beside it");
    }

    @Test
    void misspeltConvention() {
        assertThat(problem("{ 'variables': { 'x': { 'shape': [2, 2], 'structure': 'spd', 'convention': 'reisz' } } }"))
                .isEqualTo("loss.json:1:76 (/variables/x/convention): expected one of pairing, riesz or independent,"
                        + " found \"reisz\". Did you mean \"riesz\"?");
    }

    @Test
    void innerProductThatIsNone() {
        assertThat(problem("{ 'variables': { 'x': { 'shape': [2], 'innerProduct': [2, -5] } },"
                        + " 'function': 'dot(x, x)', 'gradient': { 'x': '2*x' } }"))
                .startsWith("loss.json:1:55 (/variables/x/innerProduct): the inner product of \"x\" is none: ");
        assertThat(problem("{ 'variables': { 'x': { 'shape': [2], 'innerProduct': [2, 5, 1] } },"
                        + " 'function': 'dot(x, x)', 'gradient': { 'x': '2*x' } }"))
                .isEqualTo("loss.json:1:55 (/variables/x/innerProduct): the inner product of \"x\" has a weight that is"
                        + " 3×1; expected 2×2, on vec of x, or its diagonal as 2×1");
        assertThat(problem("{ 'variables': { 'x': { 'shape': [2], 'structure': 'unit', 'innerProduct': [2, 5] } },"
                        + " 'function': 'sum(x)', 'gradient': { 'x': 'ones(2)' } }"))
                .contains("\"x\" moves on a curved set, ");
    }

    @Test
    void outputsThatDoNotFit() {
        assertThat(problem("{ 'variables': { 'x': { 'shape': [2] } }, 'function': { 'a': '2*x', 'b': '3*x' },"
                        + " 'jvp': '2*dx' }"))
                .isEqualTo("loss.json:1:90 (/jvp): the jvp is of f, and the outputs of \"function\" are a, b;"
                        + " expected an expression for each of them");
    }

    @Test
    void wrongType() {
        assertThat(problem("{ 'variables': { 'x': 1 }, 'function': 3, 'gradient': { 'x': '1' } }"))
                .isEqualTo("loss.json:1:40 (/function): expected an expression in a string, found the number 3");
        assertThat(problem("{ 'variables': { 'x': 1 }, 'function': 'x', 'gradient': '1' }"))
                .isEqualTo("loss.json:1:57 (/gradient): expected an object from variable to expression, such as"
                        + " { \"x\": \"…\" }, found the string \"1\"");
        assertThat(problem("{ 'variables': { 'x': true }, 'function': 'x', 'gradient': { 'x': '1' } }"))
                .isEqualTo("loss.json:1:23 (/variables/x): expected a number, an array of numbers, or an object with"
                        + " \"shape\", \"value\", \"csv\", \"npy\" or \"json\", found true");
    }

    @Test
    void duplicateKey() {
        assertThat(problem("{ 'function': 'x',\n  'function': 'y' }"))
                .isEqualTo("loss.json:2:3: the key \"function\" stands twice in this object, first at line 1, column 3;"
                        + " expected each key once");
    }

    @Test
    void missingVariables() {
        assertThat(problem("{ 'function': 'x', 'gradient': { 'x': '1' } }"))
                .isEqualTo("loss.json:1:1: the key \"variables\" is missing; expected an object from name to shape or"
                        + " value");
    }

    @Test
    void missingVariable() {
        assertThat(problem("{ 'variables': { 'weight': 1 }, 'function': 'weight', 'gradient': { 'wieght': '1' } }"))
                .isEqualTo("loss.json:1:79 (/gradient/wieght): there is no variable \"wieght\" to differentiate with"
                        + " respect to; expected one of weight. Did you mean \"weight\"?");
    }

    @Test
    void unknownNameInAnExpression() {
        assertThat(problem("{ 'variables': { 'weight': 1 }, 'function': 'sin(wieght)', 'jvp': 'dweight' }"))
                .isEqualTo("""
                        loss.json:1:45 (/function): unknown name wieght
                          sin(wieght)
                              ^~~~~~
                          hint: did you mean weight? in scope: weight""");
    }

    @Test
    void unknownFunction() {
        assertThat(problem("{ 'variables': { 'x': 1 }, 'function': '2*expp(x)', 'gradient': { 'x': '1' } }"))
                .isEqualTo("""
                        loss.json:1:40 (/function): unknown function expp
                          2*expp(x)
                            ^~~~
                          hint: did you mean exp(X)?""");
    }

    @Test
    void shapesThatDoNotFitInAnExpression() {
        assertThat(problem(
                        "{ 'sizes': { 'm': 3 }, 'variables': { 'A': { 'shape': ['m', 2] }, 'x': { 'shape': ['m'] } },"
                                + " 'function': 'sum(A*x)', 'gradient': { 'x': 'x' } }"))
                .isEqualTo("""
                        loss.json:1:106 (/function): cannot multiply A (m×2 = 3×2) by x (m×1 = 3×1): the columns of \
                        the left side must equal the rows of the right side
                          sum(A*x)
                              ~^~
                          hint: did you mean A' * x?""");
    }

    @Test
    void derivativeOfTheWrongShape() {
        assertThat(problem("{ 'variables': { 'A': { 'shape': [3, 2] }, 'x': [1, 2] }, 'function': 'sum(A*x)',"
                        + " 'gradient': { 'A': 'x*ones(1, 3)' } }"))
                .isEqualTo("""
                        loss.json:1:102 (/gradient/A): the gradient of A is 2×3 and A is 3×2; expected equal shapes
                          x*ones(1, 3)
                          ^~~~~~~~~~~~
                          hint: transposed it would fit""");
        assertThat(problem("{ 'variables': { 'A': { 'shape': [3, 2] } }, 'function': 'A*[1; 2]',"
                        + " 'jacobian': { 'A': 'A' } }"))
                .isEqualTo("""
                        loss.json:1:89 (/jacobian/A): the jacobian of A is 3×2 and the entries of "function" by those \
                        of A are 3×6; expected equal shapes
                          A
                          ^""");
    }

    @Test
    void gradientOfAFunctionThatIsNoScalar() {
        assertThat(problem("{ 'variables': { 'x': [1, 2] }, 'function': '2*x', 'gradient': { 'x': 'x' } }"))
                .isEqualTo("loss.json:1:71 (/gradient/x): only a scalar function has a gradient, and \"function\" is"
                        + " 2×1; expected a \"jacobian\", \"jvp\" or \"vjp\"");
    }

    @Test
    void jvpWithoutTangent() {
        assertThat(problem("{ 'variables': { 'x': 1, 'y': 2 }, 'function': 'x', 'jvp': '1' }"))
                .isEqualTo("loss.json:1:60 (/jvp): a jvp is linear in the tangents dx, dy, and none of them occurs;"
                        + " \"wrt\" can list the variables that are perturbed");
    }

    @Test
    void intermediateValueThatHidesAVariable() {
        assertThat(problem("{ 'variables': { 'x': 1 }, 'let': { 'x': '2' }, 'function': 'x', 'jvp': 'dx' }"))
                .isEqualTo("loss.json:1:42 (/let/x): \"x\" would be an intermediate value, but is a variable already;"
                        + " expected another name");
    }

    @Test
    void notANumber() {
        assertThat(problem("{ 'variables': { 'x': [1, NaN] } }"))
                .isEqualTo("loss.json:1:27 (/variables/x/1): NaN is not a number that JSON or a spec may hold; expected"
                        + " a finite number such as 0.5");
        assertThat(problem("{ 'variables': { 'x': [1, 1e999] } }"))
                .isEqualTo("loss.json:1:27 (/variables/x/1): the number 1e999 is too large; expected at most 1.797e308"
                        + " in size");
    }

    @Test
    void noDerivative() {
        assertThat(problem("{ 'variables': { 'x': 1 }, 'function': 'x' }"))
                .isEqualTo("loss.json:1:1: the spec has no derivative to check; expected at least one of gradient,"
                        + " jacobian, jvp, vjp, hessian, hvp or bilinear, such as \"gradient\": { \"x\": \"…\" }");
    }

    @Test
    void noJson() {
        assertThat(problem("title: a loss"))
                .isEqualTo("loss.json:1:1: not valid JSON: found title; expected a value: { … }, [ … ], \"text\", a"
                        + " number, true or false. An expression stands in double quotes, too");
        assertThat(problem("")).isEqualTo("loss.json:1:1: the file is empty; expected a JSON object { … }");
        assertThat(problem("[1]"))
                .isEqualTo("loss.json:1:1: expected a JSON object { … } that holds a spec, found an array");
        assertThat(problem("{ 'variables': { 'x': 1, } }"))
                .isEqualTo("loss.json:1:26 (/variables): not valid JSON: unexpected character }; expected a key in"
                        + " double quotes. Is there a comma too many before it?");
        assertThat(problem("{ 'variables': { 'x': 1 }"))
                .isEqualTo("loss.json:1:26: not valid JSON: the file ends in the middle of something; expected the"
                        + " closing brace, bracket or quote");
        assertThat(problem("{} {}"))
                .isEqualTo("loss.json:1:4: the document has ended, yet something follows; expected the end of the file."
                        + " A file holds one object");
    }

    /** Without a place in the file, or with an exception, these were hard to find. */
    @Test
    void backslashes() {
        assertThat(problem("{ 'function': 'A \\ b' }"))
                .isEqualTo(
                        "loss.json:1:19 (/function): not valid JSON: a backslash before ' ' in a text; expected two. The"
                                + " left division A \\ b is written A \\\\ b in JSON");
        assertThat(problem("{ 'variables': { 'A': 1, 'b': 2 }, 'function': 'A\\b', 'gradient': { 'b': '1' } }"))
                .isEqualTo("""
                        loss.json:1:48 (/function): unexpected backspace, which is what \\b in JSON means
                          A␈
                           ^
                          hint: the left division A \\ b is written A \\\\ b in JSON""");
        assertThat(problem("{ 'function': 'x\n' }"))
                .isEqualTo(
                        "loss.json:1:17 (/function): not valid JSON: the line ends inside a text; expected the closing"
                                + " quote");
    }

    @Test
    void nestingWithoutEnd() {
        assertThat(problem("[".repeat(5000)))
                .isEqualTo("loss.json:1:101: arrays and objects are nested more than 100 levels deep");
    }

    @Test
    void tooManyEntries() {
        assertThat(problem("{ 'variables': { 'X': { 'shape': [30000, 30000] } }, 'function': 'sum(X)',"
                        + " 'gradient': { 'X': 'X' } }"))
                .isEqualTo("loss.json:1:23 (/variables/X): \"X\" brings the variables of the spec to 900000000 entries;"
                        + " expected at most 50000000 together. --max-entries=N allows more");
    }

    @Test
    void structureThatDoesNotFit() {
        assertThat(problem("{ 'variables': { 'x': { 'shape': [3], 'structure': 'spd' } } }"))
                .isEqualTo("loss.json:1:52 (/variables/x/structure): the structure \"spd\" is of square matrices, and"
                        + " \"x\" is 3×1");
        assertThat(problem("{ 'variables': { 'A': { 'value': [[1, 2], [3, 4]], 'structure': 'symmetric' } },"
                        + " 'function': 'tr(A)', 'gradient': { 'A': 'A' } }"))
                .isEqualTo(
                        "loss.json:1:23 (/variables/A): the value of \"A\" does not have the structure \"symmetric\""
                                + " that it claims: entries (0, 1) and (1, 0) are 2.00 and 3.00; expected one of symmetric 2×2 matrices");
    }

    @Test
    void precisionThatIsNone() {
        String spec = "{ 'variables': { 'x': 1 }, 'function': 'x', 'jvp': 'dx', 'check': { 'precision': ";

        assertThat(problem(spec + "'float' } }"))
                .isEqualTo(
                        "loss.json:1:82 (/check/precision): expected \"double\", \"single\", \"half\", or the relative"
                                + " rounding error of f's values, a number between 1.1e-16 and 1, found the string \"float\"");
        assertThat(problem(spec + "1e-17 } }"))
                .isEqualTo(
                        "loss.json:1:82 (/check/precision): expected \"double\", \"single\", \"half\", or the relative"
                                + " rounding error of f's values, a number between 1.1e-16 and 1, found the number 1.0E-17");
        assertThat(problem(spec + "true } }"))
                .isEqualTo(
                        "loss.json:1:82 (/check/precision): expected \"double\", \"single\", \"half\", or the relative"
                                + " rounding error of f's values, a number between 1.1e-16 and 1, found true");
    }

    @Test
    void intervalWithoutEnd() {
        assertThat(problem("{ 'variables': { 'x': { 'shape': [], 'distribution': { 'uniform': [-1e308, 1e308] } } } }"))
                .isEqualTo("loss.json:1:67 (/variables/x/distribution/uniform): expected an interval of finite length,"
                        + " found [-1.0E308, 1.0E308]");
    }

    @Test
    void expectationThatIsNone() {
        assertThat(problem("{ 'variables': { 'x': 1 }, 'function': 'x', 'jvp': 'dx', 'expect': 'refutd' }"))
                .isEqualTo(
                        "loss.json:1:68 (/expect): expected one of confirmed, refuted or inconclusive in a string, or"
                                + " an object from form to one of them, found \"refutd\". Did you mean \"refuted\"?");
    }

    @Nested
    class InFiles {

        @Test
        void unreadableSpec() {
            Path missing = folder.resolve("missing.json");

            assertThat(new SpecRunner(RunSettings.defaults()).run(missing).error())
                    .contains(missing + ": the file cannot be read: there is no such file");
        }

        @Test
        void binaryFile() throws IOException {
            Path file = Files.write(folder.resolve("image.json"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

            assertThat(new SpecRunner(RunSettings.defaults()).run(file).error())
                    .contains(file + ": the file is not text in UTF-8; expected JSON");
        }

        @Test
        void emptyFolder() {
            SpecException problem = catchThrowableOfType(SpecException.class, () -> SpecFiles.find(List.of(folder)));

            assertThat(problem)
                    .hasMessage(folder + ": there is no spec in this folder or below; expected at least one file"
                            + " *.json");
        }

        @Test
        void missingPath() {
            Path missing = folder.resolve("nowhere");
            SpecException problem = catchThrowableOfType(SpecException.class, () -> SpecFiles.find(List.of(missing)));

            assertThat(problem)
                    .hasMessage(missing + ": there is no such file or folder; expected a spec or a folder of specs");
        }

        @Test
        void missingCsv() {
            assertThat(csvProblem("data.csv", ""))
                    .isEqualTo(
                            "the file \"data.csv\" cannot be read as CSV: there is no" + " such file beside the spec");
        }

        @Test
        void csvOutsideTheFolder() throws IOException {
            Path outside = Files.writeString(folder.resolve("secret.csv"), "a\n1\n");

            assertThat(csvProblem("../secret.csv", ""))
                    .isEqualTo(
                            "the file \"../secret.csv\" lies outside the folder of the spec (" + folder.resolve("specs")
                                    + "); expected a file in it or below. --allow-read=DIR allows another folder");
            assertThat(csvProblem(outside.toString(), "")).contains("lies outside the folder of the spec");
        }

        @Test
        void raggedCsv() throws IOException {
            csv("a,b\n1,2\n3\n");

            assertThat(csvProblem("data.csv", ""))
                    .isEqualTo("the file \"data.csv\" cannot be read as CSV: line 3 has 1"
                            + " cell where the first line names 2 columns");
        }

        @Test
        void cellThatIsNoNumber() throws IOException {
            csv("a,b\n1,2\n3,NaN\n4,\n");

            assertThat(csvProblem("data.csv", ""))
                    .isEqualTo("the file \"data.csv\" cannot be read as CSV: line 3, column \"b\" holds \"NaN\" where a"
                            + " finite number is expected");
        }

        @Test
        void unknownColumn() throws IOException {
            csv("length,width\n1,2\n");

            assertThat(csvProblem("data.csv", ", 'columns': ['lenght']"))
                    .isEqualTo("the file \"data.csv\" has no column \"lenght\"; expected one of length, width. Did you"
                            + " mean \"length\"?");
        }

        @Test
        void csvWithoutData() throws IOException {
            csv("a,b\n");

            assertThat(csvProblem("data.csv", ""))
                    .isEqualTo("the file \"data.csv\" cannot be read as CSV: it has no"
                            + " line below the names of the columns");
        }

        @Test
        void firstLineOfNumbers() throws IOException {
            csv("1,2\n3,4\n");

            assertThat(csvProblem("data.csv", ""))
                    .isEqualTo(
                            "the file \"data.csv\" cannot be read as CSV: its first line holds numbers, where the names of"
                                    + " the columns are expected. Say \"header\": false if it has no names, or true if these are the"
                                    + " names");
        }

        @Test
        void raggedCsvWithoutAHeader() throws IOException {
            csv("1,2\n3\n");

            assertThat(csvProblem("data.csv", ", 'header': false"))
                    .isEqualTo(
                            "the file \"data.csv\" cannot be read as CSV: line 2 has 1 cell where the first line has 2");
        }

        @Test
        void columnsThatAreNotThere() throws IOException {
            csv("1,2\n3,4\n");

            assertThat(csvProblem("data.csv", ", 'header': false, 'columns': [3]"))
                    .isEqualTo("the file \"data.csv\" has 2 columns; expected a number from 1 to 2, found 3");
            assertThat(csvProblem("data.csv", ", 'header': false, 'columns': ['width']"))
                    .isEqualTo(
                            "the file \"data.csv\" has no names of columns, since \"header\" is false; expected the number"
                                    + " of a column from 1 to 2, found \"width\"");
            assertThat(csvProblem("data.csv", ", 'columns': [1.5]"))
                    .isEqualTo("expected the name of a column in a string, or its number from 1, found the number 1.5");
            assertThat(csvProblem("data.csv", ", 'columns': []"))
                    .isEqualTo("expected at least one column; without \"columns\" all numeric ones are read");
        }

        @Test
        void cellOfAColumnWithoutAName() throws IOException {
            csv("1,2\n3,x\n");

            assertThat(csvProblem("data.csv", ", 'header': false, 'columns': [2]"))
                    .isEqualTo(
                            "the file \"data.csv\" cannot be read as CSV: line 2, column 2 holds \"x\" where a finite"
                                    + " number is expected");
        }

        @Test
        void anotherSeparatorThanExpected() throws IOException {
            csv("length;width\n1;2\n");

            assertThat(csvProblem("data.csv", ", 'columns': ['width']"))
                    .isEqualTo(
                            "the file \"data.csv\" has no column \"width\"; expected one of length;width. Did you mean"
                                    + " \"separator\": \";\"?");
            assertThat(csvProblem("data.csv", ""))
                    .isEqualTo(
                            "the file \"data.csv\" cannot be read as CSV: no column holds a number in line 2. Did you mean"
                                    + " \"separator\": \";\"?");
        }

        @Test
        void categoriesWithoutANumber() throws IOException {
            csv("species\nsetosa\nvirginca\n");
            String columns = ", 'columns': ['species'], 'encode': ";

            assertThat(dataProblem(
                            "csv", "data.csv", columns + "{ 'setosa': 1, 'virginica': 2 }", "/variables/x/encode"))
                    .isEqualTo("the file \"data.csv\" has a category without a number: line 3, column \"species\" holds"
                            + " \"virginca\"; expected one of setosa, virginica. Did you mean \"virginica\"?");
        }

        @Test
        void missingCategory() throws IOException {
            csv("a,species\n1,setosa\n2,\n");

            assertThat(csvProblem("data.csv", ", 'columns': ['species'], 'encode': 'labels'"))
                    .isEqualTo(
                            "the file \"data.csv\" cannot be read as CSV: line 3, column \"species\" holds nothing where a"
                                    + " category is expected");
        }

        @Test
        void encodingThatIsNone() {
            String columns = ", 'columns': ['species'], 'encode': ";
            String pointer = "/variables/x/encode";

            assertThat(dataProblem("csv", "data.csv", columns + "'onehot'", pointer))
                    .isEqualTo(
                            "expected \"one-hot\", \"labels\", or an object from category to number, found \"onehot\". Did"
                                    + " you mean \"one-hot\"?");
            assertThat(dataProblem("csv", "data.csv", columns + "{}", pointer))
                    .isEqualTo("expected a number for at least one category, found an empty object");
            assertThat(dataProblem("csv", "data.csv", columns + "{ 'a': '1' }", pointer + "/a"))
                    .isEqualTo("expected a number, found the string \"1\"");
        }

        @Test
        void keysThatGoWithOthers() {
            assertThat(dataProblem("csv", "data.csv", ", 'encode': 'labels'", "/variables/x/encode"))
                    .isEqualTo("\"encode\" goes with \"columns\", which this variable does not have");
            assertThat(dataProblem("npy", "data.npy", ", 'columns': [1]", "/variables/x/columns"))
                    .isEqualTo("\"columns\" goes with \"csv\", which this variable does not have");
            assertThat(dataProblem("json", "data.json", ", 'header': false", "/variables/x/header"))
                    .isEqualTo("\"header\" goes with \"csv\", which this variable does not have");
            assertThat(dataProblem("csv", "data.csv", ", 'separator': ' '", "/variables/x/separator"))
                    .isEqualTo("expected one of \",\", \";\", \"|\" or \"\\t\", found the string \" \"");
            assertThat(dataProblem("csv", "data.csv", ", 'npy': 'data.npy'", "/variables/x"))
                    .isEqualTo(
                            "expected one of \"shape\", \"value\", \"csv\", \"npy\" and \"json\", found csv and npy");
        }

        @Test
        void dataThatAreElsewhere() throws IOException {
            Files.writeString(folder.resolve("secret.json"), "[1]");

            assertThat(dataProblem("json", "../secret.json", "", "/variables/x/json"))
                    .isEqualTo("the file \"../secret.json\" lies outside the folder of the spec ("
                            + folder.resolve("specs")
                            + "); expected a file in it or below. --allow-read=DIR allows another folder");
            assertThat(dataProblem("npy", "data.npy", "", "/variables/x/npy"))
                    .isEqualTo("the file \"data.npy\" cannot be read as a NumPy array: there is no such file beside the"
                            + " spec");
        }

        @Test
        void jsonThatIsNoMatrix() throws IOException {
            assertThat(jsonProblem("[[1, 2],\n [3]]"))
                    .isEqualTo(
                            "the file \"data.json\" cannot be read as numbers in JSON: line 2, column 2 (/1): row 2 has 1"
                                    + " number, the rows above have 2; expected rows of equal length");
            assertThat(jsonProblem("[1, NaN]"))
                    .isEqualTo(
                            "the file \"data.json\" cannot be read as numbers in JSON: line 1, column 5 (/1): NaN is not a"
                                    + " number that JSON or a spec may hold; expected a finite number such as 0.5");
            assertThat(jsonProblem("{ \"x\": 1 }"))
                    .isEqualTo(
                            "the file \"data.json\" cannot be read as numbers in JSON: line 1, column 1: expected a number"
                                    + " or an array of numbers, found an object");
            assertThat(jsonProblem("[1,"))
                    .startsWith("the file \"data.json\" cannot be read as numbers in JSON: line 1, column ");
        }

        @Test
        void dataOfAnotherShapeThanDeclared() throws IOException {
            write("data.json", "[[1, 2], [3, 4]]");

            assertThat(dataProblem("json", "data.json", ", 'shape': [4]", "/variables/x"))
                    .isEqualTo(
                            "\"x\" is declared as 4×1, and its values are 2×2; expected equal shapes, or no \"shape\""
                                    + " beside values");
        }

        private String jsonProblem(String content) throws IOException {
            write("data.json", content);
            return dataProblem("json", "data.json", "", "/variables/x/json");
        }

        private void csv(String content) throws IOException {
            write("data.csv", content);
        }

        private void write(String name, String content) throws IOException {
            Files.writeString(Files.createDirectories(folder.resolve("specs")).resolve(name), content);
        }

        /** The message without the place, which must be that of the file or column. */
        private String csvProblem(String name, String more) {
            return dataProblem("csv", name, more, "/variables/x/c");
        }

        /** The message without the place, whose pointer must begin as given. */
        private String dataProblem(String format, String name, String more, String pointer) {
            Path spec = folder.resolve("specs").resolve("loss.json");
            String text = "{ 'variables': { 'x': { '" + format + "': '" + name + "'" + more
                    + " } }, 'function': 'sum(x)', 'gradient': { 'x': 'x' } }";
            folder.resolve("specs").toFile().mkdirs();
            String message = message(spec, text);
            assertThat(message).startsWith(spec + ":1:").contains("(" + pointer);
            return message.substring(message.indexOf("): ") + 3);
        }
    }

    private static String problem(String text) {
        return message(Path.of("loss.json"), text);
    }

    /** Single quotes stand for double ones, except those that transpose, of which these texts have none. */
    private static String message(Path path, String text) {
        return catchThrowableOfType(
                        SpecException.class,
                        () -> SpecCompiler.compile(SpecReader.parse(path, text.replace('\'', '"'))))
                .message();
    }
}
