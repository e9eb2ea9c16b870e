package org.paivand.disclosure.decision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;

/** The page that lawyers read is the table that the decision is tested with. */
final class DecisionsByExampleTest {
    private static final Path PAGE = Path.of("..", "docs", "decisions-by-example.md");
    private static final String COMMAND = "mvn test -pl disclosure -am -Dtest=DecisionsByExampleTest"
            + " -Dsurefire.failIfNoSpecifiedTests=false -Dpaivand.page=write";
    private static final Map<Mask, String> MASKED = Map.of(
            Mask.BIRTH_YEAR_ONLY, "the year in place of the birth date",
            Mask.CONTACT_WITHOUT_ADDRESS, "without number, address or go-between",
            Mask.DOCUMENT_WITHOUT_NUMBER, "without the document's number");
    private static final Map<BasisType, String> BASES = Map.of(
            BasisType.CONSENT, "by consent",
            BasisType.BREAK_GLASS, "by emergency access",
            BasisType.BEST_INTERESTS, "by child protection's decision",
            BasisType.STATUTORY_DUTY, "by a duty to report",
            BasisType.COURT_ORDER, "by court order",
            BasisType.CHILD_PROTECTION_REQUEST, "at child protection's request");

    @Test
    void thePageSaysWhatTheTableSays() throws IOException {
        String page = page();
        if ("write".equals(System.getProperty("paivand.page"))) {
            Files.writeString(PAGE, page, StandardCharsets.UTF_8);
        }

        assertEquals(page, Files.readString(PAGE, StandardCharsets.UTF_8), "write it anew: " + COMMAND);
    }

    @Test
    void thereAreSixtyCasesAndMoreOfThemRefuseThanRelease() {
        long refused = WorkedCases.all().stream()
                .filter(worked -> worked.at().decide(worked.category()) instanceof CategoryDecision.Withhold)
                .count();

        assertTrue(WorkedCases.all().size() >= 60);
        assertTrue(refused > WorkedCases.all().size() / 2);
    }

    private static String page() {
        StringBuilder page =
                new StringBuilder("""
                # Decisions by example

                What may leave a case is decided in seven steps; the first that fails names the reason. Here each step is shown by cases:
                what is so, what is asked, by whom from whom, and the answer. The answers were written by hand and are tested with every
                build, under the policy `%s`. This page is made from the test's table; whoever changes it there writes it anew:

                ```sh
                %s
                ```

                **The plain case.** Each case differs from this one in what it says, and in nothing else: an adult; police of Tajikistan hold the
                data; a shelter accepted the referral, for shelter placement; the worker who asks is assigned to it; yesterday the person
                consented in writing, on their own and free, to all that a shelter may get, for thirty days; the reflection period is over; the
                person doesn't fear their own authorities. Where another agency asks, the consent names it and that purpose.

                **From whom, to whom.** *police → shelter* means: police hold the data, the shelter asks. *A request without a name* is the
                `service-request`: kind of help, age group, language, risk; no name, place or nationality.

                """.formatted(Scene.POLICY.policy().version(), COMMAND));
        WorkedCases.chapters().forEach(chapter -> chapter(page, chapter));
        return page.toString();
    }

    private static void chapter(StringBuilder page, WorkedCases.Chapter chapter) {
        page.append("## ").append(chapter.title()).append("\n\n").append(chapter.rule());
        page.append("\n\n| what is so | asked | answer |\n|---|---|---|\n");
        for (WorkedCases.Worked worked : chapter.cases()) {
            page.append("| ")
                    .append(worked.situation())
                    .append(" | ")
                    .append(asked(worked))
                    .append(" | ")
                    .append(answer(worked))
                    .append(" |\n");
        }
        page.append('\n');
    }

    private static String asked(WorkedCases.Worked worked) {
        DisclosureRequest request = worked.at().request();
        return words(worked.category()) + ", "
                + request.purpose().map(purpose -> "for " + words(purpose)).orElse("for no purpose") + "; "
                + words(request.discloser()) + " → " + words(request.recipient());
    }

    /** By the hand-written answer, never by asking the decision: that they agree is another test. */
    private static String answer(WorkedCases.Worked worked) {
        String[] parts = worked.answer().split(", ", -1);
        Optional<BasisType> basis = BASES.keySet().stream()
                .filter(type -> type.code().equals(parts[0]))
                .findFirst();
        if (basis.isEmpty()) {
            ReasonCode reason = ReasonCode.of(parts[0]);
            return "**withheld**, `" + reason.code() + "`: " + ReasonTexts.text(reason, Locale.ENGLISH);
        }
        String masks = parts.length == 1
                ? ""
                : Arrays.stream(parts)
                        .skip(1)
                        .map(Mask::of)
                        .map(mask -> Optional.ofNullable(MASKED.get(mask)).orElseThrow())
                        .collect(Collectors.joining("; ", ", ", ""));
        return "**released** " + Optional.ofNullable(BASES.get(basis.get())).orElseThrow() + masks;
    }

    private static String words(Category category) {
        return category == Category.SERVICE_REQUEST ? "a request without a name" : category.code();
    }

    private static String words(Purpose purpose) {
        return purpose.code().replace('-', ' ');
    }

    private static String words(Party party) {
        String kind =
                party.kind() == AgencyKind.NGO ? "NGO" : party.kind().code().replace('-', ' ');
        return party.jurisdiction().equals(Scene.TJ)
                ? kind
                : kind + " abroad (" + party.jurisdiction().code() + ")";
    }
}
