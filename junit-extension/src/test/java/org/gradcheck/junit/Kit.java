package org.gradcheck.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.EventType;

/** Runs fixtures, which keep no failures unless a test is about that. */
final class Kit {

    private Kit() {}

    static EngineTestKit.Builder of(Class<?> testCase) {
        return quiet().selectors(selectClass(testCase));
    }

    static EngineTestKit.Builder ofMethod(String name) {
        return quiet().selectors(selectMethod(name));
    }

    private static EngineTestKit.Builder quiet() {
        return EngineTestKit.engine("junit-jupiter").configurationParameter("gradcheck.failures", "off");
    }

    static EngineExecutionResults run(Class<?> testCase) {
        return of(testCase).execute();
    }

    /** The messages of tests that ended in a way. */
    static List<String> messages(EngineExecutionResults results, TestExecutionResult.Status status) {
        return results.testEvents()
                .finished()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .filter(result -> result.getStatus() == status)
                .map(result ->
                        String.valueOf(result.getThrowable().orElseThrow().getMessage()))
                .toList();
    }

    /** The messages of containers that failed, and of tests. */
    static List<String> failures(EngineExecutionResults results) {
        return results.allEvents()
                .finished()
                .map(event -> event.getRequiredPayload(TestExecutionResult.class))
                .filter(result -> result.getStatus() == TestExecutionResult.Status.FAILED)
                .map(result ->
                        String.valueOf(result.getThrowable().orElseThrow().getMessage()))
                .toList();
    }

    /** The names of the tests, in the order in which they were started. */
    static List<String> names(EngineExecutionResults results) {
        return results.testEvents()
                .started()
                .map(event -> event.getTestDescriptor().getDisplayName())
                .toList();
    }

    /** The report entries. */
    static List<Map<String, String>> published(EngineExecutionResults results) {
        return results.allEvents().stream()
                .filter(event -> event.getType() == EventType.REPORTING_ENTRY_PUBLISHED)
                .map(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs())
                .toList();
    }
}
