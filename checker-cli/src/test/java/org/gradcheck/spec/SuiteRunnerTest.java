package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SuiteRunnerTest {

    private static final String GOOD =
            "{ \"variables\": { \"x\": 2 }, \"function\": \"x^2\", \"gradient\": { \"x\": \"2*x\" } }";

    @TempDir
    Path folder;

    @Test
    void resultsComeInTheOrderOfTheFiles() throws IOException {
        for (String name : List.of("d", "a", "c/z", "b", "c/y")) {
            write(name + ".json", GOOD);
        }

        SuiteResult result =
                new SuiteRunner(RunSettings.defaults().withJobs(4), SuiteListener.SILENT).run(List.of(folder));

        assertThat(names(result)).containsExactly("a.json", "b.json", "c/y.json", "c/z.json", "d.json");
    }

    @Test
    void oneBadSpecDoesNotKeepTheOthersFromRunning() throws IOException {
        write("a.json", "{");
        write("b.json", GOOD);

        SuiteResult result = new SuiteRunner(RunSettings.defaults(), SuiteListener.SILENT).run(List.of(folder));

        assertThat(result.specs()).extracting(SpecResult::outcome).containsExactly(Outcome.ERROR, Outcome.PASSED);
        assertThat(result.count(Outcome.ERROR)).isEqualTo(1);
        assertThat(result.specs().get(0).error().orElseThrow()).startsWith(folder.resolve("a.json") + ":1:2: ");
    }

    @Test
    void hiddenFilesDataOtherFilesAndLoopsArePassedOver() throws IOException {
        write("a.json", GOOD);
        write(".hidden.json", GOOD);
        write(".git/b.json", GOOD);
        write("notes.txt", "no spec");
        write("data.json", "[[1, 2], [3, 4]]");
        Files.createSymbolicLink(folder.resolve("loop"), folder);

        assertThat(SpecFiles.find(List.of(folder, folder.resolve("a.json")))).containsExactly(folder.resolve("a.json"));
    }

    @Test
    void aFileIsTakenAsGiven() throws IOException {
        Path file = write(".hidden.txt", GOOD);

        assertThat(SpecFiles.find(List.of(file))).containsExactly(file);
    }

    @Test
    void theListenerHearsOfEverySpecAndCanEndTheRun() throws IOException {
        write("a.json", GOOD);
        write("b.json", GOOD);
        write("c.json", GOOD);
        List<String> heard = new ArrayList<>();
        SuiteListener listener = new SuiteListener() {
            @Override
            public void finished(SpecResult result, int done, int total) {
                heard.add(result.title() + " " + done + "/" + total);
            }

            @Override
            public boolean wantsMore() {
                return heard.size() < 2;
            }
        };

        SuiteResult result = new SuiteRunner(RunSettings.defaults(), listener).run(List.of(folder));

        assertThat(heard).containsExactly("a.json 1/3", "b.json 2/3");
        assertThat(names(result)).containsExactly("a.json", "b.json");
    }

    /** A run in which b runs out of memory the first time, and d whenever it is checked. */
    private SuiteResult scarce(int jobs, List<String> heard) {
        Set<String> seen = ConcurrentHashMap.newKeySet();
        SpecRunner runner = new SpecRunner(RunSettings.defaults());
        SuiteListener listener =
                (result, done, total) -> heard.add(result.title() + " " + result.outcome() + " " + done + "/" + total);
        Function<SpecSource, SpecRunner.Attempt> attempts = source -> {
            boolean first = seen.add(source.title());
            return new SpecRunner.Attempt(
                    runner.run(source),
                    source.title().equals("d.json") || (source.title().equals("b.json") && first));
        };
        return new SuiteRunner(RunSettings.defaults().withJobs(jobs), listener, attempts).run(List.of(folder));
    }

    @Test
    void whatRanOutOfMemoryBesideOthersIsCheckedAgainAlone() throws IOException {
        for (String name : List.of("a", "b", "c", "d")) {
            write(name + ".json", name.equals("d") ? "{" : GOOD);
        }
        List<String> heard = new ArrayList<>();

        SuiteResult result = scarce(2, heard);

        assertThat(names(result)).containsExactly("a.json", "b.json", "c.json", "d.json");
        assertThat(heard).hasSize(4).endsWith("b.json PASSED 3/4", "d.json ERROR 4/4");
    }

    @Test
    void whatIsAloneIsCheckedOnce() throws IOException {
        write("b.json", GOOD);
        write("c.json", GOOD);
        List<String> heard = new ArrayList<>();

        assertThat(scarce(1, heard).specs()).hasSize(2);
        assertThat(heard).containsExactly("b.json PASSED 1/2", "c.json PASSED 2/2");
    }

    private List<String> names(SuiteResult result) {
        return result.specs().stream()
                .map(spec -> folder.relativize(Path.of(spec.file())).toString().replace('\\', '/'))
                .toList();
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.resolveSibling("."));
        return Files.writeString(file, text);
    }
}
