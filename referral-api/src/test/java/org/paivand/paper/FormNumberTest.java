package org.paivand.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormNumberTest {
    private static final int DIGITS = 9;

    private final FormNumber number = FormNumber.random(new SecureRandom());

    private static void isNone(String text) {
        assertThrows(IllegalArgumentException.class, () -> FormNumber.typed(text), text);
    }

    @Test
    void isReadAsItIsPrintedAndWithoutBlanks() {
        assertEquals(number, FormNumber.typed(number.inGroups()));
        assertEquals(number, FormNumber.typed(number.digits()));
    }

    /** Damm's own example: 572 is checked by 4. */
    @Test
    void isCheckedAsDammDoes() {
        assertEquals("000005724", FormNumber.typed("000 005 724").digits());
    }

    @RepeatedTest(20)
    void isNoneWithOneWrongDigit() {
        String digits = number.digits();
        for (int at = 0; at < DIGITS; at++) {
            for (char other = '0'; other <= '9'; other++) {
                if (other != digits.charAt(at)) {
                    isNone(digits.substring(0, at) + other + digits.substring(at + 1));
                }
            }
        }
    }

    @RepeatedTest(20)
    void isNoneWhereTwoDigitsChangedPlaces() {
        String digits = number.digits();
        for (int at = 0; at + 1 < DIGITS; at++) {
            if (digits.charAt(at) != digits.charAt(at + 1)) {
                isNone(digits.substring(0, at) + digits.charAt(at + 1) + digits.charAt(at) + digits.substring(at + 2));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "5724", "000 005 7244", "00 0005 724", "000005724 ", "000-005-724", "Nozanin", "٠٠٠٠٠٥٧٢٤"})
    void isNothingElse(String text) {
        isNone(text);
    }
}
