package org.paivand.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmallNumbersTest {
    private static Map<String, Long> cells(long... numbers) {
        Map<String, Long> cells = new LinkedHashMap<>();
        for (long number : numbers) {
            cells.put("code-" + cells.size(), number);
        }
        return cells;
    }

    /** What is told, with an asterisk for what is kept back; the sum first. */
    private static String told(long... numbers) {
        return told(SmallNumbers.line(cells(numbers)));
    }

    private static String told(Line line) {
        StringBuilder told = new StringBuilder(text(line.total()));
        line.codes().values().forEach(count -> told.append(' ').append(text(count)));
        return told.toString();
    }

    private static String text(Count count) {
        return count.number().map(String::valueOf).orElse("*");
    }

    @Test
    void tellsWhatIsLargeAndThatThereWasNothing() {
        assertEquals("27 12 15", told(12, 15));
        assertEquals("0 0 0 0", told(0, 0, 0));
        assertEquals("5 5", told(5));
    }

    @Test
    void keepsASmallSumBackWithAllThatItIsMadeOf() {
        assertEquals("* *", told(4));
        assertEquals("* * *", told(0, 1));
        assertEquals("* * * *", told(1, 1, 2));
    }

    @Test
    void keepsSmallCellsBackWhereTheyHideEachOther() {
        assertEquals("48 40 * * *", told(40, 3, 4, 1));
        assertEquals("45 40 * * *", told(40, 3, 2, 0));
    }

    @Test
    void tellsNothingButTheSumWhereOneCellCouldBeSubtracted() {
        assertEquals("42 * *", told(40, 2));
        assertEquals("40 * *", told(40, 0));
    }

    @Test
    void tellsNothingButTheSumWhereTheHiddenOnesAreFewTogether() {
        assertEquals("41 * * * *", told(40, 1, 0, 0));
    }

    @Test
    void tellsNothingButTheSumWhereEachHiddenOneMustBeAsLargeAsCanBe() {
        assertEquals("48 * * *", told(40, 4, 4));
    }

    /**
     * Somebody who knows this code and all that is told: of every table with the same answer, each kept-back cell still has as many
     * possible values as there are small numbers. Tried with every table up to a sum.
     */
    @ParameterizedTest
    @CsvSource({"2, 3, 24", "3, 3, 18", "4, 3, 12", "2, 5, 30", "3, 5, 25"})
    void letsNobodyComputeACellThatIsKeptBack(int codes, long threshold, int most) {
        Map<String, List<long[]>> answers = new HashMap<>();
        for (long[] table : tables(codes, most)) {
            answers.computeIfAbsent(told(SmallNumbers.line(cells(table), threshold)), answer -> new ArrayList<>())
                    .add(table);
        }

        answers.forEach((answer, tables) -> {
            String[] parts = answer.split(" ", -1);
            for (int code = 0; code < codes; code++) {
                Set<Long> possible = new HashSet<>();
                for (long[] table : tables) {
                    possible.add(table[code]);
                }
                boolean hidden = parts[code + 1].equals("*");
                assertTrue(
                        hidden ? possible.size() >= threshold : possible.size() == 1,
                        answer + " tells code " + code + " of " + possible);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({"3, 5, 25", "4, 3, 12"})
    void neverTellsASmallNumberBesideNought(int codes, long threshold, int most) {
        for (long[] table : tables(codes, most)) {
            Line line = SmallNumbers.line(cells(table), threshold);
            boolean nothing = line.total().equals(Count.of(0));
            line.codes()
                    .values()
                    .forEach(count -> assertTrue(count.number()
                            .map(number -> nothing ? number == 0 : number >= threshold)
                            .orElse(true)));
        }
    }

    private static List<long[]> tables(int codes, int most) {
        List<long[]> tables = new ArrayList<>();
        fill(new long[codes], 0, most, tables);
        return tables;
    }

    private static void fill(long[] table, int code, int left, List<long[]> tables) {
        if (code == table.length) {
            tables.add(table.clone());
            return;
        }
        for (int number = 0; number <= left; number++) {
            table[code] = number;
            fill(table, code + 1, left - number, tables);
        }
    }
}
