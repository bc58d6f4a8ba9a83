package org.gradcheck.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Commands to a driver on this machine.
 *
 * @param port where it listens
 */
record WebDriverClient(int port) {

    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final int PATIENCE = 120_000;

    JsonNode get(String path) {
        return call("GET", path, "");
    }

    JsonNode post(String path, Map<String, ?> body) {
        return call("POST", path, MAPPER.writeValueAsString(body));
    }

    void delete(String path) {
        call("DELETE", path, "");
    }

    /** The answer's value. */
    private JsonNode call(String method, String path, String body) {
        try {
            HttpURLConnection connection = (HttpURLConnection)
                    URI.create("http://localhost:" + port + path).toURL().openConnection();
            connection.setRequestMethod(method);
            connection.setReadTimeout(PATIENCE);
            if (!body.isEmpty()) {
                connection.setDoOutput(true);
                connection.setRequestProperty("Content-Type", "application/json; charset=utf-8");
                try (OutputStream out = connection.getOutputStream()) {
                    out.write(body.getBytes(StandardCharsets.UTF_8));
                }
            }
            boolean failed = connection.getResponseCode() >= HttpURLConnection.HTTP_BAD_REQUEST;
            try (InputStream in = failed ? connection.getErrorStream() : connection.getInputStream()) {
                String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                if (failed) {
                    throw new IllegalStateException(method + " " + path + ": " + answer);
                }
                return MAPPER.readTree(answer).get("value");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
