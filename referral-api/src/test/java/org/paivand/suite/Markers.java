package org.paivand.suite;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Values that stand for a person's in this run and can be found again wherever they leak to. */
final class Markers {
    /** Part of every marker, and of nothing else; short and plain enough for the number of a passport. */
    static final String RUN = "MK" + letters();

    static final String GIVEN_NAME = RUN + "given";
    static final String FAMILY_NAME = RUN + "family";
    static final String CONTACT = RUN + "contact";
    static final String CODE = RUN.toLowerCase(Locale.ROOT) + "-code";

    private static final Set<String> NUMBERS = ConcurrentHashMap.newKeySet();

    private Markers() {}

    /** Has a person's number looked for, as it is printed and as it is typed. */
    static void handedOut(String number) {
        NUMBERS.add(number);
        NUMBERS.add(number.replace(" ", ""));
    }

    /** What is looked for: each marker has the first of these in it, and the others are what sections begin and end with. */
    static Needles needles() {
        List<String> texts = new ArrayList<>(List.of(RUN, RUN.toLowerCase(Locale.ROOT)));
        texts.addAll(NUMBERS);
        texts.addAll(MarkedSections.edges());
        return Needles.of(texts);
    }

    private static String letters() {
        StringBuilder letters = new StringBuilder();
        UUID.randomUUID()
                .toString()
                .replace("-", "")
                .substring(0, 12)
                .chars()
                .forEach(digit -> letters.append((char) ('G' + Character.digit(digit, 16))));
        return letters.toString();
    }
}
