package org.paivand.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.disclosure.Sha256;

class NoticeTextsTest {
    private static final Path SHIPPED = Path.of("src/main/resources/org/paivand/notice");
    private static final String SOUND = """
            notice: notice-referral
            version: 1
            language: fa
            direction: rtl
            title: رضایت شما
            ---
            # رضایت شما

            شما می‌توانید رضایت ندهید.
            """;

    @TempDir
    Path folder;

    @Test
    void shipsEachNoticeInTajikRussianAndEnglish() throws Exception {
        NoticeTexts notices = NoticeFolder.load(Optional.empty());

        for (String id : List.of("notice-referral", "notice-referral-child", "notice-referral-guardian")) {
            assertEquals(
                    Set.of("tg", "ru", "en"),
                    notices.all().stream()
                            .filter(notice -> notice.key().id().equals(id))
                            .map(notice -> notice.key().language())
                            .collect(Collectors.toSet()));
        }
    }

    @Test
    void listsInItsIndexWhatLiesInTheFolder() throws Exception {
        try (var files = Files.list(SHIPPED)) {
            List<String> there = files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".md"))
                    .sorted()
                    .toList();

            assertEquals(
                    there,
                    Files.readAllLines(SHIPPED.resolve("index.txt")).stream()
                            .sorted()
                            .toList());
        }
    }

    @Test
    void hashesExactlyWhatIsShown() throws Exception {
        String file = Files.readString(SHIPPED.resolve("notice-referral.1.tg.md"));
        String shown = file.substring(file.indexOf("---\n") + 4);

        NoticeText notice = NoticeFolder.load(Optional.empty())
                .find("notice-referral", 1, "tg")
                .orElseThrow();

        assertEquals(shown, notice.text());
        assertEquals(Sha256.digest(shown.getBytes(StandardCharsets.UTF_8)), notice.sha256());
    }

    @Test
    void takesALanguageThatATranslatorPutsBesideThem() throws Exception {
        Files.writeString(folder.resolve("notice-referral.1.fa.md"), SOUND);
        Files.writeString(folder.resolve("README.txt"), "not a notice");

        NoticeText notice = NoticeFolder.load(Optional.of(folder))
                .find("notice-referral", 1, "fa")
                .orElseThrow();

        assertEquals(NoticeText.Direction.RTL, notice.direction());
    }

    @Test
    void replacesNoNoticeThatSomebodyMayHaveBeenShown() throws Exception {
        Files.writeString(
                folder.resolve("notice-referral.1.tg.md"),
                Files.readString(SHIPPED.resolve("notice-referral.1.tg.md")) + "More.\n");

        refused("there twice", () -> NoticeFolder.load(Optional.of(folder)));
    }

    @Test
    void refusesAVersionThatLacksALanguage() throws Exception {
        Files.writeString(folder.resolve("notice-referral.2.fa.md"), SOUND.replace("version: 1", "version: 2"));

        refused("not there in [en, ru, tg]", () -> NoticeFolder.load(Optional.of(folder)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            version: 1        | version: 2        | its name is not
            version: 1        | version: 01       | has not its form
            language: fa      | language: FA      | has not its form
            direction: rtl    | direction: ltr    | not that of the text
            direction: rtl    | direction: up     | ltr or rtl
            title: رضایت شما   | titel: رضایت شما   | is not title
            ---               | --                | no header
            notice: notice-re | notice: ../etc/re | has not its form
            """)
    void refusesAHeaderThatIsNotAsItMustBe(String right, String wrong, String reason) {
        refused(reason, () -> read(SOUND.replace(right, wrong)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202E", "\u200B", "\u0000", "\r", "\uFEFF", "\u2066"})
    void refusesWhatNobodySees(String unseen) {
        refused("a control character", () -> read(SOUND + unseen + "\n"));
    }

    @Test
    void refusesATextThatIsEmptyTooLongOrNotUnicode() {
        refused("the text is empty", () -> read(SOUND.substring(0, SOUND.indexOf("---\n") + 4)));
        refused("more than", () -> read(SOUND + "ا".repeat(NoticeFile.MAX_BYTES)));
        refused("normal form", () -> read(SOUND + "e\u0301\n"));
        refused("not UTF-8", () -> NoticeFile.read("notice-referral.1.fa.md", new byte[] {(byte) 0xC3, 0x28}));
    }

    /** Being here reveals victimhood: what lies on a table tells nobody why it was written. */
    @Test
    void namesInNoTitleWhatItIsAbout() throws Exception {
        List<String> titles = new ArrayList<>();
        NoticeFolder.load(Optional.empty()).all().forEach(notice -> titles.add(notice.title()));

        assertTrue(titles.stream()
                .noneMatch(title -> title.toLowerCase(java.util.Locale.ROOT)
                        .matches(".*(traffick|victim|paivand|торговл|жертв|савдо|ҷабрдида).*")));
    }

    private static NoticeText read(String text) throws InvalidNoticeException {
        return NoticeFile.read("notice-referral.1.fa.md", text.getBytes(StandardCharsets.UTF_8));
    }

    private static void refused(String reason, org.junit.jupiter.api.function.Executable reading) {
        String told = String.valueOf(
                assertThrows(InvalidNoticeException.class, reading).getMessage());
        assertTrue(told.contains(reason), told);
    }
}
