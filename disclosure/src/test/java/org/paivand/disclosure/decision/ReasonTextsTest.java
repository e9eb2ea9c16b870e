package org.paivand.disclosure.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class ReasonTextsTest {
    private static final Pattern TWO_SENTENCES_OR_MORE = Pattern.compile("[^.;]+[.;].*\\.");
    private static final Pattern PLACEHOLDER_OR_MARKUP = Pattern.compile("[{}<>%$@\\\\]|\\d{3,}");

    @Test
    void everyReasonSaysInThreeLanguagesWhatHappenedAndWhatToDo() {
        for (Locale language : ReasonTexts.LANGUAGES) {
            Set<String> seen = new HashSet<>();
            for (ReasonCode reason : ReasonCode.values()) {
                String text = ReasonTexts.text(reason, language);

                assertTrue(TWO_SENTENCES_OR_MORE.matcher(text).matches(), reason.code());
                assertTrue(seen.add(text), "a text of its own for " + reason.code());
            }
        }
    }

    @Test
    void noTextHasAPlaceWhereAPersonsDataCouldStand() {
        for (Locale language : ReasonTexts.LANGUAGES) {
            for (ReasonCode reason : ReasonCode.values()) {
                assertFalse(
                        PLACEHOLDER_OR_MARKUP
                                .matcher(ReasonTexts.text(reason, language))
                                .find(),
                        reason.code());
            }
        }
    }

    @Test
    void tajikAndRussianAreWrittenInTheirLetters() {
        assertTrue(ReasonTexts.text(ReasonCode.REFUSED, Locale.forLanguageTag("tg"))
                .contains("ҳ"));
        assertTrue(ReasonTexts.text(ReasonCode.REFUSED, Locale.forLanguageTag("ru-RU"))
                .contains("отказ"));
    }

    @Test
    void anyOtherLanguageIsAnsweredInEnglishWhateverTheMachineSpeaks() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.forLanguageTag("ru"));
        try {
            assertEquals(
                    ReasonTexts.text(ReasonCode.NO_GRANT, Locale.ENGLISH),
                    ReasonTexts.text(ReasonCode.NO_GRANT, Locale.forLanguageTag("ky")));
        } finally {
            Locale.setDefault(before);
        }
    }
}
