package org.paivand;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/privacy.md names tests; each exists, and no threat goes without one. */
class PrivacyPageTest {
    private static final Path REPOSITORY = Path.of("..");
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.([a-z]\\w+)`");

    @Test
    void everyTestItNamesExists() throws IOException {
        Map<String, String> sources = testSources();

        List<MatchResult> named = NAMED.matcher(page()).results().toList();

        assertEquals(
                List.of(),
                named.stream()
                        .filter(name ->
                                !sources.getOrDefault(name.group(1), "").contains("void " + name.group(2) + "("))
                        .map(MatchResult::group)
                        .toList());
        assertTrue(named.size() >= 50, () -> named.size() + " tests");
    }

    @Test
    void everyThreatNamesATest() throws IOException {
        String threats = page().split("\n## Threats\n", 2)[1].split("\n## Not guarded\n", 2)[0];

        assertEquals(
                List.of(),
                threats.lines()
                        .filter(line -> line.startsWith("| ") && !line.endsWith("| shown by |"))
                        .filter(line -> !NAMED.matcher(line).find())
                        .toList());
    }

    private static String page() throws IOException {
        return Files.readString(REPOSITORY.resolve("docs").resolve("privacy.md"));
    }

    /** By the class's simple name, which several modules may have. */
    private static Map<String, String> testSources() throws IOException {
        Map<String, String> sources = new HashMap<>();
        try (Stream<Path> modules = Files.list(REPOSITORY)) {
            for (Path tests : modules.map(module -> module.resolve(Path.of("src", "test", "java")))
                    .filter(Files::isDirectory)
                    .toList()) {
                read(tests, sources);
            }
        }
        return sources;
    }

    private static void read(Path tests, Map<String, String> sources) throws IOException {
        try (Stream<Path> files = Files.walk(tests)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.merge(
                        file.getFileName().toString().replace(".java", ""), Files.readString(file), String::concat);
            }
        }
    }
}
