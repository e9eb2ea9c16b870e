package org.paivand.audit.note;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paivand.audit.MalformedException;

class SignedNoteTest {
    /** The example of C2SP tlog-cosignature. */
    private static final String TEXT =
            "example.com/behind-the-sofa\n20852163\nCsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n";

    private static final String LOG_LINE =
            "\u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=\n";
    private static final String WITNESS_LINE =
            "\u2014 witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==\n";

    @Test
    void readsTheExampleOfTheSpecificationAndWritesItBack() throws MalformedException {
        byte[] bytes = bytes(TEXT + "\n" + LOG_LINE + WITNESS_LINE);

        SignedNote note = SignedNote.parse(bytes);

        assertEquals(TEXT, note.text());
        assertEquals(
                List.of("example.com/behind-the-sofa", "witness.example.com/w1"),
                note.signatures().stream().map(NoteSignature::keyName).toList());
        assertEquals(0x033de0ae, note.signatures().get(0).keyId());
        assertEquals(72, note.signatures().get(1).signature().length);
        assertArrayEquals(bytes, note.encode());
    }

    @Test
    void textMayHoldEmptyLinesTheLastOneEndsIt() throws MalformedException {
        SignedNote note = SignedNote.parse(bytes("a\n\nb\n\n" + LOG_LINE));

        assertEquals("a\n\nb\n", note.text());
    }

    @Test
    void doesNotRepeatASignatureThatIsAddedTwice() throws MalformedException {
        SignedNote note = SignedNote.parse(bytes(TEXT + "\n" + LOG_LINE));
        SignedNote witnessed = SignedNote.parse(bytes(TEXT + "\n" + WITNESS_LINE));

        SignedNote both = note.with(witnessed.signatures()).with(witnessed.signatures());

        assertArrayEquals(bytes(TEXT + "\n" + LOG_LINE + WITNESS_LINE), both.encode());
    }

    @Test
    void refusesWhatIsNoNote() {
        List<String> hostile = List.of(
                "",
                "\n",
                "\n\n",
                TEXT,
                TEXT + "\n",
                "\n" + LOG_LINE,
                "\n\n" + LOG_LINE.substring(1),
                TEXT + LOG_LINE,
                TEXT + "\n" + LOG_LINE.strip(),
                TEXT + "\n" + LOG_LINE + "\n",
                TEXT + "\n" + LOG_LINE + "x",
                TEXT + "\n" + LOG_LINE + "x\n",
                TEXT + "\n" + LOG_LINE.replace("\n", "\r\n"),
                TEXT + "\r\n" + LOG_LINE,
                TEXT + "\n" + LOG_LINE.replace('\u2014', '-'),
                TEXT + "\n" + LOG_LINE.replace('\u2014', '\u2013'),
                TEXT + "\n" + LOG_LINE.replace("\u2014 ", "\u2014"),
                TEXT + "\n" + LOG_LINE.replace("\u2014 ", "\u2014  "),
                TEXT + "\n" + LOG_LINE.replace("\u2014 ", "\u2014\u00a0"),
                TEXT + "\n " + LOG_LINE,
                TEXT + "\n" + LOG_LINE.replace("sofa ", "sofa"),
                TEXT + "\n" + LOG_LINE.replace("sofa ", "sofa\t"),
                TEXT + "\n" + LOG_LINE.replace("sofa ", "sofa  "),
                TEXT + "\n" + LOG_LINE.replace("sofa", "so+fa"),
                TEXT + "\n" + LOG_LINE.replace("sofa", "so fa"),
                TEXT + "\n" + LOG_LINE.replace("sofa", "so\u2003fa"),
                TEXT + "\n" + LOG_LINE.replace("sofa", "so\u3000fa"),
                TEXT + "\n" + LOG_LINE.replace("sofa", "so\u0085fa"),
                TEXT + "\n" + LOG_LINE.replace("sofa", "so\u0000fa"),
                TEXT + "\n" + LOG_LINE.replace("Q8=", "Q8"),
                TEXT + "\n" + LOG_LINE.replace("Q8=", "Q9="),
                TEXT + "\n" + LOG_LINE.replace("Q8=", "Q8= "),
                TEXT + "\n" + LOG_LINE.replace("/5IZ", "_5IZ"),
                TEXT + "\n\u2014 name \n",
                TEXT + "\n\u2014 name AAAA\n",
                TEXT + "\n\u2014 name AAAAAA==\n",
                TEXT.replace("sofa", "so\u0007fa") + "\n" + LOG_LINE,
                TEXT.replace("sofa", "so\tfa") + "\n" + LOG_LINE,
                TEXT + "\n" + LOG_LINE.repeat(101),
                "x".repeat(SignedNote.MAX_BYTES) + "\n\n" + LOG_LINE,
                "\ufeff" + "\n");

        for (String text : hostile) {
            assertThrows(MalformedException.class, () -> SignedNote.parse(bytes(text)), text);
        }
    }

    @Test
    void refusesMalformedUtf8() {
        byte[] bytes = bytes(TEXT + "\n" + LOG_LINE);
        bytes[3] = (byte) 0xff;

        assertThrows(MalformedException.class, () -> SignedNote.parse(bytes));
    }

    @Test
    void cannotBeMadeOfWhatItWouldNotRead() throws MalformedException {
        List<NoteSignature> one =
                SignedNote.parse(bytes(TEXT + "\n" + LOG_LINE)).signatures();

        for (String text : List.of("", "a", "a\r\n", "\u0001\n", "\ud800\n")) {
            assertThrows(IllegalArgumentException.class, () -> new SignedNote(text, one));
        }
        assertThrows(IllegalArgumentException.class, () -> new SignedNote("a\n", List.of()));
        assertThrows(IllegalArgumentException.class, () -> new NoteSignature("a b", 1, new byte[64]));
        assertThrows(IllegalArgumentException.class, () -> new NoteSignature("a", 1, new byte[0]));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
