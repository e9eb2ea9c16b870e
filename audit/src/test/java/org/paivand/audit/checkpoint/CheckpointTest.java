package org.paivand.audit.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.paivand.audit.MalformedException;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.merkle.TreeHead;

class CheckpointTest {
    private static final String ROOT = "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=";
    private static final String TEXT = "example.com/behind-the-sofa\n20852163\n" + ROOT + "\n";

    @Test
    void readsTheExampleOfTheSpecificationAndWritesItBack() throws MalformedException {
        Checkpoint checkpoint = Checkpoint.parse(TEXT);

        assertEquals("example.com/behind-the-sofa", checkpoint.origin());
        assertEquals(new TreeHead(20852163, Hash.fromBase64(ROOT)), checkpoint.treeHead());
        assertEquals(TEXT, checkpoint.text());
    }

    @Test
    void keepsExtensionLines() throws MalformedException {
        Checkpoint checkpoint = Checkpoint.parse(TEXT + "one\ntwo\n");

        assertEquals(List.of("one", "two"), checkpoint.extensions());
        assertEquals(TEXT + "one\ntwo\n", checkpoint.text());
    }

    @Test
    void readsTheEmptyLog() throws MalformedException {
        Checkpoint checkpoint = new Checkpoint("a", TreeHead.EMPTY);

        assertEquals(checkpoint, Checkpoint.parse(checkpoint.text()));
    }

    @Test
    void refusesEveryOtherText() {
        List<String> hostile = List.of(
                "",
                "\n",
                "\n\n\n",
                "a\n1\n",
                TEXT.stripTrailing(),
                TEXT + "\n",
                TEXT + "\nx\n",
                "\n" + TEXT,
                TEXT.replace("\n", "\r\n"),
                TEXT.replace("20852163", "020852163"),
                TEXT.replace("20852163", "+20852163"),
                TEXT.replace("20852163", "-20852163"),
                TEXT.replace("20852163", "-0"),
                TEXT.replace("20852163", "00"),
                TEXT.replace("20852163", "0"),
                TEXT.replace("20852163", " 20852163"),
                TEXT.replace("20852163", "20852163 "),
                TEXT.replace("20852163", "2e7"),
                TEXT.replace("20852163", "0x1"),
                TEXT.replace("20852163", ""),
                TEXT.replace("20852163", "9223372036854775808"),
                TEXT.replace("20852163", "\u0662\u0660"),
                TEXT.replace("20852163", "\uff12"),
                TEXT.replace("q2I=", "q2J="),
                TEXT.replace("q2I=", "q2I"),
                TEXT.replace("q2I=", "q2I=="),
                TEXT.replace("q2I=", "q2I= "),
                TEXT.replace("m/X", "m_X"),
                TEXT.replace(ROOT, ROOT + "AAAA"),
                TEXT.replace(ROOT, ROOT.substring(4)),
                TEXT.replace(ROOT, ""));

        for (String text : hostile) {
            assertThrows(MalformedException.class, () -> Checkpoint.parse(text), text);
        }
    }

    @Test
    void cannotBeMadeOfBrokenLines() {
        for (String line : List.of("", "a\nb", "a\tb", "\u0000", "\ud800")) {
            assertThrows(IllegalArgumentException.class, () -> new Checkpoint(line, TreeHead.EMPTY));
            assertThrows(IllegalArgumentException.class, () -> new Checkpoint("a", TreeHead.EMPTY, List.of(line)));
        }
    }
}
