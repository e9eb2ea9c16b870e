package org.paivand.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.html.Document.Stylesheet;

class HtmlTest {
    private static final String EVIL = "</p><script>alert(1)</script>\"' onload=x &amp;";

    @Test
    void showsWhateverItIsGivenAsText() {
        Html shown = Html.tag("p").with("title", EVIL).text(EVIL);

        assertEquals(
                "<p title=\"&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=x &amp;amp;\">"
                        + "&lt;/p&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39; onload=x &amp;amp;</p>",
                shown.markup());
    }

    @ParameterizedTest
    @ValueSource(strings = {"script", "style", "iframe", "link", "img", "object", "P", "p onclick", "", "a/b"})
    void writesNoElementThatRunsOrLoads(String name) {
        assertThrows(IllegalArgumentException.class, () -> Html.tag(name));
    }

    @ParameterizedTest
    @CsvSource({
        "href, javascript:alert(1)",
        "href, //elsewhere.example/",
        "href, http://elsewhere.example/",
        "href, data:text/html;x",
        "action, https://elsewhere.example?x=1",
        "formaction, JAVASCRIPT:x",
        "onclick, x",
        "style, color:red",
        "srcdoc, x",
        "a b, x"
    })
    void writesNoAttributeThatRunsOrLeadsAstray(String attribute, String value) {
        assertThrows(IllegalArgumentException.class, () -> Html.tag("a").with(attribute, value));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/s/tg", "#main", "https://www.wikipedia.org/"})
    void leadsToThisSiteAndToSecureOnes(String address) {
        assertTrue(Html.tag("a").with("href", address).text("x").markup().contains(address));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a{}</style>", "a{background:url(x)}", "@import 'x'"})
    void takesNoStyleSheetThatEndsItselfOrFetches(String css) {
        assertThrows(IllegalArgumentException.class, () -> new Stylesheet(css));
    }

    @Test
    void isFilledToAMultipleWithoutChangingThePage() {
        Document page = new Document("tg", "ltr", EVIL, new Stylesheet("p{margin:0}"), Html.text("Ҷ"));

        byte[] bytes = page.bytes(1000);

        String markup = new String(bytes, StandardCharsets.UTF_8);
        assertEquals(1000, bytes.length);
        assertTrue(markup.strip().endsWith("</html>"), markup);
        assertTrue(!markup.contains("<script"), markup);
    }
}
