package org.paivand.person;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SurvivorCodeTest {
    private final SecureRandom random = new SecureRandom();

    @RepeatedTest(20)
    void isReadAsItWasPrinted() {
        SurvivorCode code = SurvivorCode.random(random);

        assertEquals(code.digits(), typed(code.inGroups()).orElseThrow().digits());
        assertTrue(code.inGroups().matches("([0-9]{3} ){6}[0-9]{3}"), code.inGroups());
    }

    @Test
    void isReadFromAnyKeyboard() {
        String printed = SurvivorCode.random(random).inGroups();
        String persian = printed.chars()
                .mapToObj(digit -> digit == ' ' ? " " : String.valueOf((char) (digit - '0' + 0x06F0)))
                .reduce("", String::concat);

        assertEquals(Optional.of(digits(printed)), typed(persian).map(SurvivorCode::digits));
        assertEquals(
                Optional.of(digits(printed)), typed(printed.replace(' ', '-')).map(SurvivorCode::digits));
        assertEquals(
                Optional.of(digits(printed)),
                typed(" " + printed.replace(' ', '\u00A0') + "\n").map(SurvivorCode::digits));
    }

    private static String digits(String printed) {
        return printed.replace(" ", "");
    }

    @RepeatedTest(5)
    void knowsEachWrongDigitAndEachTwoThatChangedPlaces() {
        String digits = SurvivorCode.random(random).digits();

        for (int i = 0; i < digits.length(); i++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != digits.charAt(i)) {
                    assertFalse(
                            typed(digits.substring(0, i) + other + digits.substring(i + 1))
                                    .isPresent(),
                            digits);
                }
            }
            if (i > 0 && digits.charAt(i) != digits.charAt(i - 1)) {
                String swapped =
                        digits.substring(0, i - 1) + digits.charAt(i) + digits.charAt(i - 1) + digits.substring(i + 1);
                assertFalse(typed(swapped).isPresent(), digits);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "123", "000000000000000000000", "1e3", "12345678901234567890x", "\u0000", "<b>"})
    void takesNothingElse(String text) {
        assertEquals(Optional.empty(), typed(text));
    }

    @Test
    void takesNoTextWithoutAnEnd() {
        assertEquals(
                Optional.empty(),
                typed(" ".repeat(100) + SurvivorCode.random(random).digits()));
    }

    @Test
    void isNeverTheSameTwiceAndNeverTold() {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            SurvivorCode code = SurvivorCode.random(random);
            assertTrue(seen.add(code.digits()));
            assertFalse(code.toString().matches(".*[0-9].*"));
        }
    }

    private static Optional<SurvivorCode> typed(String text) {
        return SurvivorCode.typed(text);
    }
}
