package org.gradcheck.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * A window of a headless Chromium, through chromedriver. Of the protocol (W3C, WebDriver) only what tests of a page need;
 * Chromium's own are the log of the console and the emulation of media.
 */
public final class Chromium implements AutoCloseable {

    /** Keys as the protocol writes them. */
    public static final String TAB = "\uE004";

    public static final String ENTER = "\uE007";

    private static final String ELEMENT = "element-6066-11e4-a52e-4f735466cecf";
    private static final Pattern STARTED = Pattern.compile("started successfully on port (\\d+)");

    private final Process driver;
    private final WebDriverClient client;
    private final String session;

    private Chromium(Process driver, WebDriverClient client, String session) {
        this.driver = driver;
        this.client = client;
        this.session = session;
    }

    /** Whether both programs are installed. */
    public static boolean isInstalled() {
        return program("chromedriver").isPresent() && browser().isPresent();
    }

    private static Optional<Path> browser() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .flatMap(name -> program(name).stream())
                .findFirst();
    }

    private static Optional<Path> program(String name) {
        String path = System.getenv("PATH");
        return Arrays.stream((path == null ? "" : path).split(java.io.File.pathSeparator))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /**
     * Starts one.
     *
     * @param profile an empty folder for it
     */
    public static Chromium start(Path profile) {
        try {
            Process driver = new ProcessBuilder(
                            program("chromedriver").orElseThrow().toString(), "--port=0")
                    .redirectErrorStream(true)
                    .start();
            try {
                WebDriverClient client = new WebDriverClient(port(driver));
                return new Chromium(driver, client, newSession(client, profile));
            } catch (IOException | RuntimeException e) {
                driver.destroy();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int port(Process driver) throws IOException {
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(driver.getInputStream(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            Matcher matcher = STARTED.matcher(line);
            if (matcher.find()) {
                return Integer.parseInt(matcher.group(1));
            }
        }
        throw new IOException("chromedriver did not say its port");
    }

    private static String newSession(WebDriverClient client, Path profile) {
        List<String> arguments = List.of(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--window-size=1100,900",
                "--user-data-dir=" + profile);
        Map<String, Object> options = Map.of("binary", browser().orElseThrow().toString(), "args", arguments);
        return client.post(
                        "/session",
                        Map.of(
                                "capabilities",
                                Map.of(
                                        "alwaysMatch",
                                        Map.of(
                                                "goog:chromeOptions",
                                                options,
                                                "goog:loggingPrefs",
                                                Map.of("browser", "ALL")))))
                .get("sessionId")
                .asString();
    }

    /** Opens a page. */
    public void open(String url) {
        post("/url", Map.of("url", url));
    }

    /** Runs the body of a function in the page; what it returns. */
    public JsonNode run(String script) {
        return post("/execute/sync", Map.of("script", script, "args", List.of()));
    }

    /** Types into whatever has the focus. */
    public void type(String keys) {
        List<Map<String, String>> actions = new ArrayList<>();
        keys.codePoints().mapToObj(Character::toString).forEach(key -> {
            actions.add(Map.of("type", "keyDown", "value", key));
            actions.add(Map.of("type", "keyUp", "value", key));
        });
        post("/actions", Map.of("actions", List.of(Map.of("type", "key", "id", "keyboard", "actions", actions))));
    }

    /** Clicks the first element that a CSS selector finds. */
    public void click(String selector) {
        post("/element/" + element(selector) + "/click", Map.of());
    }

    /** The name of an element for those who do not see it. */
    public String accessibleName(String selector) {
        return client.get("/session/" + session + "/element/" + element(selector) + "/computedlabel")
                .asString();
    }

    /** Pretends that the reader prefers light or dark colours. */
    public void prefer(String scheme) {
        Map<String, Object> feature = Map.of("name", "prefers-color-scheme", "value", scheme);
        post(
                "/goog/cdp/execute",
                Map.of("cmd", "Emulation.setEmulatedMedia", "params", Map.of("features", List.of(feature))));
    }

    /** What the console has been told since the last call. */
    public List<String> console() {
        List<String> lines = new ArrayList<>();
        post("/se/log", Map.of("type", "browser"))
                .forEach(entry -> lines.add(entry.get("level").asString() + " "
                        + entry.get("message").asString()));
        return lines;
    }

    private String element(String selector) {
        return post("/element", Map.of("using", "css selector", "value", selector))
                .get(ELEMENT)
                .asString();
    }

    private JsonNode post(String command, Map<String, ?> body) {
        return client.post("/session/" + session + command, body);
    }

    @Override
    public void close() {
        try {
            client.delete("/session/" + session);
        } finally {
            driver.destroy();
        }
    }
}
