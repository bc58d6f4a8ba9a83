package org.gradcheck.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradcheck.point.Magnitude;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derivatives that are right at special points only, as released libraries had them: refuted by default. */
class SpecialPointsTest {

    private static final int SEEDS = 20;

    @TempDir
    Path folder;

    @Test
    void onTheUnitSphereOnly() throws IOException {
        String normalise = "'variables': { 'x': { 'shape': [3] } }, 'function': 'x/norm2(x)', 'jvp': ";

        refutedAt(1, Magnitude.ORDINARY, normalise + "\"dx - x*(x'*dx)\"");
        confirmed(normalise + "\"(dx - x*(x'*dx)/(x'*x))/norm2(x)\"");
    }

    @Test
    void forPositiveArgumentsOnly() throws IOException {
        String claim = "'variables': { 'x': { 'shape': [4] } }, 'function': 'sum(abs(x).^3)', 'gradient': ";

        refutedAt(1, Magnitude.ORDINARY, claim + "{ 'x': '3*x.^2' }");
        confirmed(claim + "{ 'x': '3*x.*abs(x)' }");
    }

    @Test
    void forANegativeNumberOnly() throws IOException {
        String claim = "'variables': { 'x': { 'shape': [] } }, 'function': 'log(1 + exp(x))', 'gradient': ";

        refutedAt(2, Magnitude.LARGE, claim + "{ 'x': 'where(x < 0, 1/(1 + exp(-x)), 0.9/(1 + exp(-x)))' }");
    }

    @Test
    void beforeTheTailOnly() throws IOException {
        String huber = "'variables': { 'r': { 'shape': [5] } },"
                + " 'function': 'sum(where(abs(r) <= 3, r.^2/2, 3*abs(r) - 4.5))', 'gradient': ";

        refutedAt(2, Magnitude.LARGE, huber + "{ 'r': 'r' }");
        confirmed(huber + "{ 'r': 'where(abs(r) <= 3, r, 3*sign(r))' }");
    }

    @Test
    void outsideTheUnitBallOnly() throws IOException {
        String clip = "'variables': { 'x': { 'shape': [4] } }, 'function': 'n = norm2(x); where(n <= 1, n^2, 2*n - 1)',"
                + " 'gradient': ";

        refutedAt(3, Magnitude.SMALL, clip + "{ 'x': '2*x/norm2(x)' }");
        confirmed(clip + "{ 'x': 'n = norm2(x); where(n <= 1, 2*x, 2*x/n)' }");
    }

    @Test
    void atSymmetricMatricesOnly() throws IOException {
        String form = "'variables': { 'x': { 'shape': [3] }, 'A': { 'shape': [3, 3] } }, 'function': \"x'*A*x\",";

        refutedAt(1, Magnitude.ORDINARY, form + " 'gradient': { 'x': '2*A*x' }");
        confirmed(form + " 'gradient': { 'x': \"(A + A')*x\" }");
    }

    @Test
    void inThreeOfTheFourQuadrantsOnly() throws IOException {
        // The angle of (x, y) as atan(y/x), shifted by half a turn where x < 0; the sign of the shift is irrelevant
        // here.
        String product = "'variables': { 'x': { 'shape': [] }, 'y': { 'shape': [] } }, 'function': 'x*y', 'check':"
                + " { 'points': 4 }, 'jvp': ";

        for (String quadrant : new String[] {"x > 0", "x < 0"}) {
            for (String half : new String[] {"y > 0", "y < 0"}) {
                SpecCheckResult check = check(
                        1, product + "'where(" + quadrant + ", where(" + half + ", dx*y, dx*y + x*dy), dx*y + x*dy)'");
                assertThat(check.report().isRefuted())
                        .as(quadrant + " and " + half)
                        .isTrue();
            }
        }
    }

    private void refutedAt(int point, Magnitude magnitude, String body) throws IOException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            SpecCheckResult check = check(seed, body);
            assertThat(check.report().isRefuted()).as("seed " + seed).isTrue();
            assertThat(check.point().number()).isEqualTo(point);
            assertThat(check.point().magnitudes()).containsValue(magnitude);
        }
    }

    private void confirmed(String body) throws IOException {
        for (int seed = 1; seed <= SEEDS; seed++) {
            assertThat(check(seed, body).outcome()).as("seed " + seed).isEqualTo(Outcome.PASSED);
        }
    }

    private SpecCheckResult check(int seed, String body) throws IOException {
        StringBuilder json = new StringBuilder("{ ");
        boolean quoted = false;
        for (int i = 0; i < body.length(); i++) {
            char c = body.charAt(i);
            quoted ^= c == '"';
            json.append(c == '\'' && !quoted ? '"' : c);
        }
        Path file = Files.writeString(folder.resolve("special.json"), json.append(" }"));
        SpecResult result = new SpecRunner(RunSettings.defaults().withSeed(seed)).run(file);
        assertThat(result.error()).isEmpty();
        return result.checks().get(0);
    }
}
