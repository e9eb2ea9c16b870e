package org.paivand.audit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class StrictTest {
    @Test
    void readsDecimalsUpToTheLargestLong() throws MalformedException {
        assertEquals(0, Strict.decimal("0"));
        assertEquals(10, Strict.decimal("10"));
        assertEquals(Long.MAX_VALUE, Strict.decimal("9223372036854775807"));
    }

    @Test
    void refusesEveryOtherSpellingOfANumber() {
        List<String> hostile = List.of(
                "",
                "-1",
                "+1",
                "-0",
                "00",
                "01",
                "007",
                " 1",
                "1 ",
                "1\n",
                "\t1",
                "1.0",
                "1e3",
                "0x10",
                "1_000",
                "1,000",
                "\u0661",
                "\u0967",
                "\uff11",
                "\u00b2",
                "1\u0000",
                "9223372036854775808",
                "18446744073709551616",
                "99999999999999999999",
                "9".repeat(10_000),
                "NaN",
                "null");

        for (String text : hostile) {
            assertThrows(MalformedException.class, () -> Strict.decimal(text), text);
        }
    }

    @Test
    void readsCanonicalBase64Only() throws MalformedException {
        assertArrayEquals(new byte[] {1, 2}, Strict.base64("AQI="));
        assertArrayEquals(new byte[0], Strict.base64(""));
        for (String text : List.of(
                "AQI",
                "AQJ=",
                "AQI==",
                "AQI=\n",
                "AQ I=",
                "AQI= ",
                "AR==",
                "A",
                "=",
                "====",
                "AQI=AQI=",
                "AQ-_",
                "\u0410QI=")) {
            assertThrows(MalformedException.class, () -> Strict.base64(text), text);
        }
    }

    @Test
    void readsWellFormedUtf8Only() throws MalformedException {
        assertEquals("\u043f\u0430", Strict.utf8(new byte[] {(byte) 0xd0, (byte) 0xbf, (byte) 0xd0, (byte) 0xb0}));
        for (int[] bytes : new int[][] {
            {0x80}, {0xc0, 0x80}, {0xc1, 0xbf}, {0xe2, 0x80}, {0xed, 0xa0, 0x80}, {0xf4, 0x90, 0x80, 0x80}, {0xff}
        }) {
            byte[] hostile = new byte[bytes.length];
            for (int i = 0; i < bytes.length; i++) {
                hostile[i] = (byte) bytes[i];
            }
            assertThrows(MalformedException.class, () -> Strict.utf8(hostile));
        }
    }
}
