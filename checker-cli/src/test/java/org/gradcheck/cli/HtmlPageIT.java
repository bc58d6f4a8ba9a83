package org.gradcheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gradcheck.browser.Chromium;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** The page that {@code --html} writes, opened in a browser; skipped where none is installed. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HtmlPageIT {

    private static final String SHOWN = "return [...document.querySelectorAll('details.spec')]"
            + ".filter(spec => spec.checkVisibility()).map(spec => spec.querySelector('strong').textContent).join(', ')";

    @SuppressWarnings("NullAway.Init") // set before all tests
    private Chromium browser;

    private String url = "";

    @BeforeAll
    void checkSpecsAndStartTheBrowser(@TempDir Path folder) throws IOException {
        assumeTrue(
                Chromium.isInstalled(),
                "chromium and chromedriver are not on the PATH: the page is not opened in a browser");
        Path specs = Files.createDirectory(folder.resolve("specs"));
        Files.writeString(specs.resolve("right.json"), """
                {"title": "Right", "tags": ["smooth", "ratio"], "variables": {"x": [1, 2, 3]},
                 "function": "sum(exp(x))/2", "gradient": {"x": "exp(x)/2"}}
                """);
        Files.writeString(specs.resolve("wrong.json"), """
                {"title": "Wrong <b>by</b> a factor", "tags": ["smooth"], "variables": {"x": {"shape": [3]}},
                 "function": "sum(x.^3)", "gradient": {"x": "6*x.^2"}}
                """);
        Files.writeString(specs.resolve("kink.json"), """
                {"title": "Kink", "tags": ["rough"], "variables": {"x": [0, 1]},
                 "function": "sum(abs(x))", "gradient": {"x": "sign(x)"}}
                """);
        Files.writeString(specs.resolve("broken.json"), "{\"title\": \"Broken\", \"function\": \"x\"}");
        Path page = folder.resolve("page.html");
        GradcheckCli.run(
                new PrintWriter(new StringWriter(), true),
                new PrintWriter(new StringWriter(), true),
                "check",
                specs.toString(),
                "--html",
                page.toString());
        url = page.toUri().toString();
        browser = Chromium.start(Files.createDirectory(folder.resolve("profile")));
    }

    @BeforeEach
    void openThePage() {
        browser.open(url);
    }

    @AfterEach
    void theConsoleIsSilentAndNothingWasLoaded() {
        assertThat(browser.console()).isEmpty();
        assertThat(text("return performance.getEntriesByType('resource').length"))
                .isEqualTo("0");
    }

    @AfterAll
    void closeTheBrowser() {
        if (browser != null) {
            browser.close();
        }
    }

    private String text(String script) {
        return browser.run(script).asString();
    }

    @Test
    void whatDidNotPassIsAboveAndOpen() {
        assertThat(text(SHOWN)).isEqualTo("broken.json, Wrong <b>by</b> a factor, Kink, Right");
        assertThat(text("return [...document.querySelectorAll('details.spec')].map(spec => spec.open).join()"))
                .isEqualTo("true,true,true,false");
        assertThat(text("return document.getElementById('shown').textContent")).isEqualTo("4 of 4 specs");
    }

    @Test
    void aSearchFiltersByAllItsWords() {
        browser.click("input[name=search]");
        browser.type("SUM(X");
        assertThat(text(SHOWN)).isEqualTo("Wrong <b>by</b> a factor");

        browser.type(" nowhere");
        assertThat(text(SHOWN)).isEmpty();
        assertThat(text("return document.getElementById('nothing').checkVisibility()"))
                .isEqualTo("true");

        browser.click("button[type=reset]");
        assertThat(text("return new Promise(done => setTimeout(() => done("
                        + "document.getElementById('shown').textContent), 50))"))
                .isEqualTo("4 of 4 specs");
    }

    @Test
    void outcomeVerdictAndTagFilterTogether() {
        browser.click("select[name=tag] option[value=smooth]");
        assertThat(text(SHOWN)).isEqualTo("Wrong <b>by</b> a factor, Right");

        browser.click("select[name=verdict] option[value=confirmed]");
        assertThat(text(SHOWN)).isEqualTo("Right");
        assertThat(text("return [...document.querySelectorAll('h2')].filter(h => h.checkVisibility())"
                        + ".map(h => h.textContent).join()"))
                .isEqualTo("Passed");

        browser.click("select[name=outcome] option[value=failed]");
        assertThat(text("return document.getElementById('shown').textContent")).isEqualTo("0 of 4 specs");
    }

    @Test
    void everythingIsReachedByKeyboard() {
        browser.type("/");
        assertThat(text("return document.activeElement.name")).isEqualTo("search");

        browser.type("right");
        for (int i = 0; i < 7; i++) {
            browser.type(Chromium.TAB);
        }
        assertThat(text("return document.activeElement.tagName + ' ' + document.activeElement.parentElement.id"))
                .isEqualTo("SUMMARY s4");

        browser.type(Chromium.ENTER);
        assertThat(text("return document.getElementById('s4').open")).isEqualTo("true");
        assertThat(text("const ring = getComputedStyle(document.activeElement); return ring.outlineStyle"))
                .isEqualTo("solid");
    }

    @Test
    void formulasAreTypeset() {
        browser.click("#open");

        assertThat(text("const [top, below] = document.querySelector('#s4 mfrac').children;"
                        + "return top.getBoundingClientRect().bottom <= below.getBoundingClientRect().top + 1"))
                .isEqualTo("true");
        assertThat(
                        text(
                                "return [...document.querySelectorAll('math')].every(m => m.getBoundingClientRect().height > 8)"))
                .isEqualTo("true");
    }

    @Test
    void plotsAreDrawnAndHaveTheirWords() {
        assertThat(browser.accessibleName("#s2 svg")).matches("Error scaling along direction [12]");
        assertThat(text("const svg = document.querySelector('#s2 svg');"
                        + "return document.getElementById(svg.getAttribute('aria-describedby')).textContent"))
                .startsWith("The remainder falls with order 1.00; a right derivative's falls with order 2");
        assertThat(
                        text(
                                "const box = document.querySelector('#s2 svg').getBoundingClientRect();"
                                        + "return [...document.querySelectorAll('#s2 svg text')].map(t => t.getBoundingClientRect())"
                                        + ".every(t => t.left >= box.left - 1 && t.right <= box.right + 1 && t.bottom <= box.bottom + 1)"))
                .as("labels inside of the picture")
                .isEqualTo("true");
        assertThat(text("""
                        const boxes = [...document.querySelectorAll('#s2 svg text')].map(t => t.getBoundingClientRect());
                        return boxes.some((a, i) => boxes.some((b, j) => i < j && a.left < b.right && b.left < a.right
                            && a.top + 2 < b.bottom && b.top + 2 < a.bottom));""")).as("labels that overlap").isEqualTo("false");
    }

    @Test
    void thereIsALightAndADarkPage() {
        String colors = "return getComputedStyle(document.body).backgroundColor + ' '"
                + " + getComputedStyle(document.querySelector('svg text')).fill";

        browser.prefer("light");
        assertThat(text(colors)).startsWith("rgb(255, 255, 255) ");
        String light = text(colors);
        browser.prefer("dark");
        assertThat(text(colors)).startsWith("rgb(13, 17, 23) ").isNotEqualTo(light);
    }

    @Test
    void aLinkToASpecOpensIt() {
        browser.open(url + "#s4");

        assertThat(text("return document.getElementById('s4').open")).isEqualTo("true");
    }
}
