package org.paivand.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProblemTextsTest {
    @ParameterizedTest
    @EnumSource(ProblemCode.class)
    void sayWhatHappenedAndWhatToDoInThreeLanguages(ProblemCode code) {
        ProblemTexts english = ProblemTexts.in("en");

        for (String language : new String[] {"tg", "ru"}) {
            ProblemTexts texts = ProblemTexts.in(language);

            assertNotEquals(english.title(code), texts.title(code));
            assertNotEquals(english.detail(code), texts.detail(code));
        }
        assertFalse(english.title(code).isBlank());
        assertFalse(english.detail(code).isBlank());
    }

    @ParameterizedTest
    @CsvSource({"tg-TJ, tg", "'ru;q=0.8, tg;q=0.9', tg", "ru-RU, ru", "de, en", "'de, ru;q=0.1', ru", "*, en"})
    void comeInTheBestLanguageThereIs(String header, String language) {
        assertEquals(Locale.forLanguageTag(language), ProblemTexts.in(header).language());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ";;;", "q=1", "tg;q=x", "<script>"})
    void areEnglishWhereTheHeaderCanNotBeRead(String header) {
        assertEquals(Locale.ENGLISH, ProblemTexts.in(header).language());
    }

    @Test
    void belongToTheCodesAndStatusesThatTheContractLists() throws IOException {
        Map<String, Integer> listed = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(
                ProblemTextsTest.class.getResourceAsStream("/META-INF/resources/codes/problems.json"))) {
            for (JsonNode problem : new ObjectMapper().readTree(in).path("codes")) {
                listed.put(problem.path("code").asText(), problem.path("status").asInt());
            }
        }
        Map<String, Integer> ours = new TreeMap<>();
        for (ProblemCode code : ProblemCode.values()) {
            ours.put(code.code(), code.status());
        }

        assertEquals(listed, ours);
    }
}
