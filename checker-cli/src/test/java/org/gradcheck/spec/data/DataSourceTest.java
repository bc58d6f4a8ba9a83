package org.gradcheck.spec.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataSourceTest {

    private static final Room SIX = new Room(6, 100);

    @TempDir
    Path folder;

    @Test
    void aFileBelowTheSpecIsRead() throws IOException {
        Files.writeString(Files.createDirectories(folder.resolve("data")).resolve("x.json"), "[[1, 2, 3], [4, 5, 6]]");

        assertThat(new JsonData("data/x.json")
                        .read(new DataFolders(spec(), List.of()), SIX)
                        .getData())
                .containsExactly(1, 2, 3, 4, 5, 6);
    }

    @Test
    void noFormatBringsMoreEntriesThanThereIsRoomFor() throws IOException {
        Files.writeString(folder.resolve("x.csv"), "a\n1\n2\n3\n4\n5\n6\n7\n");
        Files.writeString(folder.resolve("x.json"), "[1, 2, 3, 4, 5, 6, 7]");
        Files.write(folder.resolve("x.npy"), NpyFiles.version1("|u1", false, "(7,)", new byte[7]));

        assertThat(problem(CsvFiles.plain("x.csv")))
                .isEqualTo("the file \"x.csv\" cannot be read as CSV: it brings the variables of the spec to more than"
                        + " 100 entries, which is the limit. --max-entries=N allows more");
        assertThat(problem(new JsonData("x.json")))
                .endsWith("more than 100 entries, which is the limit. --max-entries=N allows more");
        assertThat(problem(new NpyData("x.npy")))
                .endsWith("more than 100 entries, which is the limit. --max-entries=N allows more");
    }

    @Test
    void categoriesMayBeTooManyForColumnsOfTheirOwn() throws IOException {
        Files.writeString(folder.resolve("x.csv"), "a\nu\nv\nw\n");

        assertThat(problem(CsvFiles.encoded("x.csv", "a", new Encoding.OneHot())))
                .endsWith("more than 100 entries, which is the limit. --max-entries=N allows more");
    }

    @Test
    void anArrayOrANumberIsDataAndNoSpec() throws IOException {
        assertThat(JsonData.isBegunBy(Files.writeString(folder.resolve("a"), " \n[1]")))
                .isTrue();
        assertThat(JsonData.isBegunBy(Files.writeString(folder.resolve("b"), "\uFEFF-1")))
                .isTrue();
        assertThat(JsonData.isBegunBy(Files.writeString(folder.resolve("c"), "{ \"variables\": [1] }")))
                .isFalse();
        assertThat(JsonData.isBegunBy(Files.writeString(folder.resolve("d"), "")))
                .isFalse();
        assertThat(JsonData.isBegunBy(folder.resolve("nowhere"))).isFalse();
    }

    private String problem(DataSource source) {
        return catchThrowableOfType(DataException.class, () -> source.read(new DataFolders(spec(), List.of()), SIX))
                .problem();
    }

    private Path spec() {
        return folder.resolve("loss.json");
    }
}
