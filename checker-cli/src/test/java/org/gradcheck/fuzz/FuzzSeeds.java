package org.gradcheck.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.gradcheck.spec.Formula;
import org.gradcheck.spec.Spec;
import org.gradcheck.spec.SpecFiles;
import org.gradcheck.spec.SpecReader;

/** Writes every formula of a folder of specs into a file of its own, as seeds of {@link ExpressionFuzz}. */
public final class FuzzSeeds {

    private FuzzSeeds() {}

    /** Takes the folder of specs and that of seeds. */
    public static void main(String[] args) throws IOException {
        TreeSet<String> formulas = new TreeSet<>();
        for (Path file : SpecFiles.find(List.of(Path.of(args[0])))) {
            formulas(SpecReader.read(file)).map(Formula::text).forEach(formulas::add);
        }
        Path seeds = Files.createDirectories(Path.of(args[1]));
        int number = 0;
        for (String formula : formulas) {
            Files.writeString(seeds.resolve("formula-" + ++number), formula);
        }
    }

    private static Stream<Formula> formulas(Spec spec) {
        return Stream.concat(
                Stream.of(spec.lets(), spec.function()).flatMap(named -> named.values().stream()),
                spec.claims().stream().flatMap(claim -> claim.formulas().values().stream()));
    }
}
