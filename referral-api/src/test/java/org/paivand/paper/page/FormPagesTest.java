package org.paivand.paper.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.disclosure.Coded;
import org.paivand.html.Document;
import org.paivand.html.Html;
import org.paivand.paper.FormNumber;
import org.paivand.paper.FormType;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.ProxyChannel;
import org.paivand.referral.ProxySpeaker;

class FormPagesTest {
    private static final List<FormNumber> NUMBERS =
            List.of(FormNumber.typed("000005724"), FormNumber.typed("000 000 000"));

    private static String markup(Document document) {
        return new String(document.bytes(1), StandardCharsets.UTF_8);
    }

    private static Properties texts(String file) throws IOException {
        Properties texts = new Properties();
        try (var in = Files.newBufferedReader(Path.of("src/main/resources/org/paivand/paper/page", file))) {
            texts.load(in);
        }
        return texts;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tg", "ru", "en"})
    void haveASheetForEachNumberAndNothingThatRunsOrIsFetched(String language) throws IOException {
        for (FormType type : FormType.values()) {
            String page = markup(FormPages.in(language).numbered(type, NUMBERS));

            Path folder = Files.createDirectories(Path.of("target", "forms"));
            Files.writeString(folder.resolve(type.code() + "." + language + ".html"), page);
            assertEquals(2, page.split("<section ", -1).length - 1);
            assertTrue(page.contains("000 005 724"));
            assertTrue(page.contains("lang=\"" + language + "\""));
            for (String never : List.of("<script", "http:", "https:", "<form", "<input", "onload", "url(")) {
                assertFalse(page.contains(never), never);
            }
        }
    }

    @Test
    void haveRoomForANumberWhereThereIsNone() {
        for (FormType type : FormType.values()) {
            assertFalse(markup(FormPages.in("en").blank(type)).contains("<strong>"));
        }
    }

    @Test
    void askAtTheFirstStageForNothingByWhichSomebodyIsKnown() throws IOException {
        String page = markup(FormPages.in("en").blank(FormType.REFERRAL_REQUEST));

        assertTrue(page.contains(texts("forms.properties").getProperty("note.referral-request")));
        for (String field : List.of("signature", "notice", "told-at", "recipient-agency")) {
            assertFalse(page.contains(texts("forms.properties").getProperty("field." + field)), field);
        }
    }

    @Test
    void haveABoxForEachCodeOfAnAnswer() throws IOException {
        String page = markup(FormPages.in("en").blank(FormType.ANSWER));

        assertHas(page, "decline", DeclineCode.values());
        assertHas(page, "speaker", ProxySpeaker.values());
        assertHas(page, "by", ProxyChannel.values());
    }

    private static void assertHas(String page, String list, Coded... codes) throws IOException {
        for (Coded code : codes) {
            String text = texts("forms.properties").getProperty(list + "." + code.code());
            assertTrue(page.contains(Html.text(text).markup()), code.code());
        }
    }

    @Test
    void areTheSameInEachLanguage() throws IOException {
        Set<Object> keys = texts("forms.properties").keySet();

        assertEquals(keys, texts("forms_ru.properties").keySet());
        assertEquals(keys, texts("forms_tg.properties").keySet());
    }

    @Test
    void useEachText() throws IOException {
        TreeMap<Object, Object> unused = new TreeMap<>(texts("forms.properties"));
        for (FormType type : FormType.values()) {
            String page = markup(FormPages.in("en").blank(type));
            unused.values()
                    .removeIf(text -> page.contains(Html.text(text.toString()).markup()));
        }

        assertEquals(Set.of(), unused.keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "de", "TG", "../tg"})
    void existInNoOtherLanguage(String language) {
        assertThrows(IllegalArgumentException.class, () -> FormPages.in(language));
    }
}
