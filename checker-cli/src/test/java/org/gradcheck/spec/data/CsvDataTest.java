package org.gradcheck.spec.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CsvDataTest {

    private static final Encoding NUMBERS = new Encoding.Numbers();
    private static final String FLOWERS = "width,species,stage\n1,b, 10 \n2,a,9\n3,\"b\",10.0\n4,c,9\n";

    @TempDir
    Path folder;

    @Test
    void columnsByNameAndByNumber() {
        DMatrixRMaj matrix = read("a,b,c\n1,2,3\n4,5,6\n", Header.ASSUMED, number(3), name("a"));

        assertThat(matrix.numRows).isEqualTo(2);
        assertThat(matrix.getData()).containsExactly(3, 1, 6, 4);
    }

    @Test
    void withoutAHeaderTheFirstLineIsDataAndColumnsHaveNumbers() {
        assertThat(read("1,x,3\n4,y,6\n", Header.ABSENT, number(3)).getData()).containsExactly(3, 6);
        assertThat(read("1,x,3\n4,y,6\n", Header.ABSENT).getData()).containsExactly(1, 3, 4, 6);
    }

    @Test
    void numbersAreNamesWhereTheSpecSaysSo() {
        assertThat(read("2019,2020\n1,2\n", Header.PRESENT, name("2020")).getData())
                .containsExactly(2);
    }

    @Test
    void otherSeparators() {
        for (char separator : new char[] {';', '\t', '|'}) {
            CsvData source = new CsvData("x.csv", Header.ASSUMED, separator, List.of(), NUMBERS);

            assertThat(read("a,b\n1,2\n".replace(',', separator), source).getData())
                    .containsExactly(1, 2);
        }
    }

    @Test
    void spacesByteOrderMarkEmptyLinesAndLineEndsOfAnyKindCountNothing() {
        assertThat(read("\uFEFFa, b \r\n\r\n 1 ,\t2\r\n\r\n3,4", Header.ASSUMED, name("b"))
                        .getData())
                .containsExactly(2, 4);
    }

    @Test
    void longLinesAreReadInFull() {
        String names = "n".repeat(300) + ",x".repeat(40);
        String values = "0." + "1".repeat(300) + ",7".repeat(40);

        DMatrixRMaj matrix = read(names + "\n" + values + "\n" + values + "\n", Header.ASSUMED);

        assertThat(matrix.numCols).isEqualTo(41);
        assertThat(matrix.get(1, 0)).isEqualTo(1.0 / 9);
        assertThat(matrix.get(1, 40)).isEqualTo(7);
    }

    @Test
    void manyLinesAreReadInFull() {
        DMatrixRMaj column = read("a\n" + "1.5\n".repeat(1000), Header.ASSUMED);

        assertThat(column.numRows).isEqualTo(1000);
        assertThat(column.get(999)).isEqualTo(1.5);
    }

    @Test
    void eachCategoryIsAColumn() {
        DMatrixRMaj matrix = read(FLOWERS, coded(new Encoding.OneHot(), name("species")));

        assertThat(matrix.numCols).isEqualTo(3);
        assertThat(matrix.getData()).containsExactly(0, 1, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1);
    }

    @Test
    void categoriesOfSeveralColumnsStandSideBySide() {
        DMatrixRMaj matrix = read(FLOWERS, coded(new Encoding.OneHot(), number(3), name("species")));

        assertThat(matrix.numCols).isEqualTo(5);
        assertThat(matrix.getData()).containsExactly(0, 1, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1);
    }

    @Test
    void labelsCountTheCategories() {
        assertThat(read(FLOWERS, coded(new Encoding.Labels(), name("species"))).getData())
                .containsExactly(2, 1, 2, 3);
    }

    @Test
    void categoriesThatAreNumbersAreInTheOrderOfNumbers() {
        assertThat(read(FLOWERS, coded(new Encoding.Labels(), name("stage"))).getData())
                .containsExactly(2, 1, 2, 1);
        assertThat(read("a\n9\n10\nx\n", coded(new Encoding.Labels(), name("a")))
                        .getData())
                .containsExactly(2, 1, 3);
    }

    @Test
    void theSpecMaySayTheNumberOfEachCategory() {
        Encoding signs = new Encoding.Mapped(Map.of("a", 1.0, "b", -1.0, "c", 0.5));

        assertThat(read(FLOWERS, coded(signs, name("species"))).getData()).containsExactly(-1, 1, -1, 0.5);
    }

    private DMatrixRMaj read(String text, Header header, Column... columns) {
        return read(text, new CsvData("x.csv", header, ',', List.of(columns), NUMBERS));
    }

    private static CsvData coded(Encoding encoding, Column... columns) {
        return new CsvData("x.csv", Header.ASSUMED, ',', List.of(columns), encoding);
    }

    private DMatrixRMaj read(String text, CsvData source) {
        try {
            Files.writeString(folder.resolve("x.csv"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return source.read(new DataFolders(folder.resolve("loss.json"), List.of()), new Room(1_000_000, 1_000_000));
    }

    private static Column name(String name) {
        return new Column.Named(name);
    }

    private static Column number(int number) {
        return new Column.Numbered(number);
    }
}
