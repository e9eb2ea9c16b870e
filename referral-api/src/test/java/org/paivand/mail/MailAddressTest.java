package org.paivand.mail;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MailAddressTest {
    private static final String LONG_HOST = "a.".repeat(130) + "org";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "@example.org",
                "desk@",
                "desk@localhost",
                "desk@127.0.0.1",
                "desk@[127.0.0.1]",
                "desk@-example.org",
                "desk@example..org",
                "desk@example.org.",
                "desk@example.o",
                "de..sk@example.org",
                "desk.@example.org",
                ".desk@example.org",
                "-desk@example.org",
                "desk @example.org",
                "desk@exa mple.org",
                "desk@example.org\r\nBcc: all@example.org",
                "desk\n@example.org",
                "desk@example.org\u0000",
                "desk@example.org,other@example.org",
                "desk@example.org other@example.org",
                "Desk <desk@example.org>",
                "<desk@example.org>",
                "\"desk\"@example.org",
                "desk%example.com@example.org",
                "relay!desk@example.org",
                "@relay.example.org:desk@example.org",
                "desk@example.org?bcc=x",
                "dеsk@example.org",
                "desk@пример.org"
            })
    void isNoneOfTheseNorAnythingThatEndsALine(String text) {
        assertThrows(IllegalArgumentException.class, () -> new MailAddress(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"desk@example.org", "desk.two+night_7@mail.shelter-north.example.org", "_x@a.tj"})
    void isAPlainMailbox(String text) {
        assertEquals(text, new MailAddress(text).value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Desk@EXAMPLE.org"})
    void takesHostsThatDifferInTheirLettersSizeForOne(String text) {
        assertEquals("Desk@example.org", new MailAddress(text).value());
        assertFalse(new MailAddress(text).toString().contains("@"));
    }

    @ParameterizedTest
    @ValueSource(ints = {65, 300})
    void isNotLongerThanMailServersTake(int letters) {
        assertThrows(IllegalArgumentException.class, () -> new MailAddress("a".repeat(letters) + "@example.org"));
        assertThrows(IllegalArgumentException.class, () -> new MailAddress("a@" + LONG_HOST));
    }
}
