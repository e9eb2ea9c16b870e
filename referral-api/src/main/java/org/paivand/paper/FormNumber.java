package org.paivand.paper;

import java.security.SecureRandom;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Eight random digits and one that checks them by Damm's quasigroup (2004), which finds every wrong digit and every two that changed places. It tells
 * nothing: neither when, nor how many before it.
 */
public record FormNumber(String digits) {
    private static final int RANDOM_DIGITS = 8;
    private static final int RANGE = 100_000_000;
    private static final Pattern SHAPE = Pattern.compile("[0-9]{9}");
    private static final Pattern TYPED = Pattern.compile("[0-9]{3} ?[0-9]{3} ?[0-9]{3}");
    private static final List<String> DAMM = List.of(
            "0317598642",
            "7092154863",
            "4206871359",
            "1750983426",
            "6123045978",
            "3674209581",
            "5869720134",
            "8945362017",
            "9438617205",
            "2581436790");

    /** @throws IllegalArgumentException if there aren't nine digits, or the last doesn't fit */
    public FormNumber {
        if (!SHAPE.matcher(digits).matches() || check(digits) != 0) {
            throw new IllegalArgumentException("no number of a form");
        }
    }

    static FormNumber random(SecureRandom random) {
        String digits = ("" + (RANGE + random.nextInt(RANGE))).substring(1, 1 + RANDOM_DIGITS);
        return new FormNumber(digits + check(digits));
    }

    /**
     * As it was typed, with or without the blanks that are printed.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static FormNumber typed(String text) {
        if (!TYPED.matcher(text).matches()) {
            throw new IllegalArgumentException("no number of a form");
        }
        return new FormNumber(text.replace(" ", ""));
    }

    /** To print and to read aloud. */
    public String inGroups() {
        return digits.substring(0, 3) + " " + digits.substring(3, 6) + " " + digits.substring(6);
    }

    private static int check(String digits) {
        int interim = 0;
        for (int i = 0; i < digits.length(); i++) {
            interim = DAMM.get(interim).charAt(digits.charAt(i) - '0') - '0';
        }
        return interim;
    }
}
