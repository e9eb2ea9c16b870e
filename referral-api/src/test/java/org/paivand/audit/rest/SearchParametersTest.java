package org.paivand.audit.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.paivand.entry.EntryCursor;
import org.paivand.entry.EntryFilter;
import org.paivand.entry.EntryQuery;
import org.paivand.problem.ProblemException;

class SearchParametersTest {
    private static final String EVENT = "d4735e3a-265e-46ee-a03f-59718b9b5d03";
    private static final EntryCursor CURSOR = new EntryCursor(4711);

    @Test
    void readsEveryFilter() {
        SearchParameters all = parameters(asked -> {
            asked.type = "disclosure";
            asked.agency = "tj-police-dushanbe";
            asked.recipient = "tj-shelter-north";
            asked.user = "w-anora";
            asked.purpose = "return";
            asked.basis = "consent";
            asked.category = "health";
            asked.outcome = "break-glass";
        });

        assertEquals(
                Map.of(
                        EntryFilter.TYPE, "disclosure",
                        EntryFilter.AGENCY, "tj-police-dushanbe",
                        EntryFilter.RECIPIENT, "tj-shelter-north",
                        EntryFilter.USER, "w-anora",
                        EntryFilter.PURPOSE, "return",
                        EntryFilter.BASIS, "consent",
                        EntryFilter.CATEGORY, "health",
                        EntryFilter.OUTCOME, "break-glass"),
                all.query().filters());
        assertEquals(EntryQuery.newest(50), parameters(asked -> {}).query());
    }

    @Test
    void refusesACodeOfAnotherFilter() {
        for (Consumer<SearchParameters> wrong : List.<Consumer<SearchParameters>>of(
                asked -> asked.type = "released",
                asked -> asked.agency = "TJ",
                asked -> asked.purpose = "health",
                asked -> asked.basis = "return",
                asked -> asked.category = "consent",
                asked -> asked.outcome = "DENIED",
                asked -> asked.from = "yesterday")) {
            assertThrows(ProblemException.class, parameters(wrong)::query);
        }
    }

    @Test
    void goesOnWithTheCursorOfTheSameSearch() {
        SearchParameters next = parameters(asked -> {
            asked.agency = "tj-police-dushanbe";
            asked.sameCaseAs = EVENT;
        });
        String after = next.text(CURSOR);
        next.after = after;
        next.limit = "7";

        assertEquals(Optional.of(CURSOR), next.query().after());
        assertTrue(after.matches("[A-Za-z0-9_-]{1,200}"));
    }

    @Test
    void refusesTheCursorOfAnotherSearch() {
        String after = parameters(asked -> asked.agency = "tj-police-dushanbe").text(CURSOR);

        for (Consumer<SearchParameters> other : List.<Consumer<SearchParameters>>of(
                asked -> {},
                asked -> asked.agency = "tj-shelter-north",
                asked -> asked.recipient = "tj-police-dushanbe",
                asked -> {
                    asked.agency = "tj-police-dushanbe";
                    asked.sameCaseAs = EVENT;
                },
                asked -> {
                    asked.agency = "tj-police-dushanbe";
                    asked.to = "2026-11-22T00:00:00Z";
                })) {
            assertRefused(other, after);
        }
    }

    @Test
    void refusesWhatIsNoCursor() {
        String mark = parameters(asked -> {}).text(CURSOR).replaceFirst(".*-", "");
        for (String text :
                List.of("", "-", "4711", "4711-", "-" + mark, "04711-" + mark, "x-" + mark, "4711-" + mark + "0")) {
            assertRefused(asked -> {}, text);
        }
    }

    private static void assertRefused(Consumer<SearchParameters> asked, String after) {
        SearchParameters parameters = parameters(asked);
        parameters.after = after;
        assertThrows(ProblemException.class, parameters::query, after);
    }

    private static SearchParameters parameters(Consumer<SearchParameters> asked) {
        SearchParameters parameters = new SearchParameters();
        asked.accept(parameters);
        return parameters;
    }
}
