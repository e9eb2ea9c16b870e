package org.paivand.openapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class PageTest {

    private static final Pattern LINK = Pattern.compile("(?:src|href)=\"(/[^\"]+)\"");

    @Test
    void linksOnlyToWhatIsServed() throws IOException {
        List<String> links = LINK.matcher(page("docs/index.html"))
                .results()
                .map((MatchResult link) -> link.group(1))
                .toList();

        List<String> missing = links.stream()
                .filter(link -> PageTest.class.getResource("/META-INF/resources" + link) == null)
                .toList();

        assertEquals(8, links.size());
        assertEquals(List.of(), missing);
    }

    @Test
    void asksNobodyElseAndRunsNothingInline() throws IOException {
        String html = page("docs/index.html");

        assertTrue(html.contains("script-src 'self'; style-src 'self'"));
        assertFalse(html.contains("unsafe-"));
        assertFalse(Pattern.compile("<script>|<style>|\\son[a-z]+=|\\sstyle=|https?:")
                .matcher(html)
                .find());
        assertFalse(page("docs/init.js").contains("http"));
    }

    @Test
    void canBeReadWithoutJavaScript() throws IOException {
        String html = page("docs/index.html");

        assertTrue(html.contains("<html lang=\"en\">"));
        assertTrue(Pattern.compile("<noscript>.*href=\"/openapi.yaml\".*</noscript>", Pattern.DOTALL)
                .matcher(html)
                .find());
    }

    @Test
    void hasANeutralTitle() throws IOException {
        assertTrue(page("docs/index.html").contains("<title>Interface description</title>"));
    }

    private static String page(String name) throws IOException {
        try (InputStream in = PageTest.class.getResourceAsStream("/META-INF/resources/" + name)) {
            return new String(Objects.requireNonNull(in, name).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
