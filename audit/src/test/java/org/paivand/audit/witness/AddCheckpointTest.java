package org.paivand.audit.witness;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.merkle.ConsistencyProof;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.note.SignedNote;

class AddCheckpointTest {
    private static final String HASH_LINE = "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n";

    private static final String NOTE = """
            example.com/behind-the-sofa
            20852163
            CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

            \u2014 example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
            \u2014 example.com/behind-the-sofa opLqBQsREYCgu6xQkYQwJr9fo45a62DN9EdmHXnZdXNqlcVGlCum2Wks+49/V6267UEjw6QUXTS5Rovnzv++qbSzm9Q=
            """;

    /** The example request of C2SP tlog-witness, section "add-checkpoint": old size 20852014, four hashes, size 20852163. */
    private static final String EXAMPLE = """
            old 20852014
            PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=
            jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=
            5+pKlUdi2LeF/BcMHBn+Ku6yhPGNCswZZD1X/6QgPd8=
            /6WVhPs2CwSsb5rYBH5cjHV/wSmA79abXAwhXw3Kj/0=

            """ + NOTE;

    @Test
    void readsTheExampleOfTheSpecificationAndWritesItBack() throws Exception {
        AddCheckpoint request = AddCheckpoint.parse(bytes(EXAMPLE));

        Checkpoint checkpoint = Checkpoint.parse(request.note().text());
        assertEquals(20_852_014, request.oldSize());
        assertEquals(4, request.growth().path().size());
        assertEquals(
                "jrJZDmY8Y7SyJE0MWLpLozkIVMSMZcD5kvuKxPC3swk=",
                request.growth().path().get(1).base64());
        assertEquals("example.com/behind-the-sofa", checkpoint.origin());
        assertEquals(20_852_163, checkpoint.treeHead().size());
        assertEquals(2, request.note().signatures().size());
        assertArrayEquals(bytes(EXAMPLE), request.encode());
    }

    @Test
    void readsSixtyThreeHashesAndNotTheSixtyFourth() throws Exception {
        String longest = "old 1\n" + HASH_LINE.repeat(63) + "\n" + NOTE;

        assertEquals(63, AddCheckpoint.parse(bytes(longest)).growth().path().size());
        refuses("old 1\n" + HASH_LINE.repeat(64) + "\n" + NOTE);
        ConsistencyProof tooLong = new ConsistencyProof(Collections.nCopies(64, Hash.EMPTY));
        SignedNote note = SignedNote.parse(bytes(NOTE));
        assertThrows(IllegalArgumentException.class, () -> new AddCheckpoint(1, tooLong, note));
        assertThrows(
                IllegalArgumentException.class, () -> new AddCheckpoint(-1, new ConsistencyProof(List.of()), note));
    }

    @Test
    void readsTheLongestRequestThatCanBeAndNotOneByteMore() {
        byte[] tooLong = new byte[AddCheckpoint.MAX_BYTES + 1];

        assertEquals(24 + 63 * 45 + 1 + 65_536, AddCheckpoint.MAX_BYTES);
        assertThrows(MalformedException.class, () -> AddCheckpoint.parse(tooLong));
    }

    @Test
    void refusesEveryOtherSpellingOfTheOldSize() {
        for (String line : List.of(
                "",
                "old",
                "old ",
                "old  1",
                "old\t1",
                "old 01",
                "old 00",
                "old +1",
                "old -1",
                "old -0",
                "old 1 ",
                " old 1",
                "Old 1",
                "old 1\r",
                "old \u0661",
                "old 9223372036854775808",
                "old 18446744073709551615",
                "old 1e3",
                "new 1",
                "1")) {
            refuses(line + "\n\n" + NOTE);
        }
    }

    @Test
    void refusesHashesInLaxBase64OrOfAnotherLength() {
        for (String line : List.of(
                HASH_LINE.replace("=", ""),
                HASH_LINE.replace("=", "=="),
                HASH_LINE.replace("kaw=", "kax="),
                HASH_LINE.replace("PlRN", "PlR-"),
                HASH_LINE.replace("PlRN", "PlR_"),
                HASH_LINE.replace("PlRN", "Pl RN"),
                HASH_LINE.replace("\n", "\r\n"),
                HASH_LINE.replace("\n", " \n"),
                " " + HASH_LINE,
                "PlRN\n",
                "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkQ==\n",
                "PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaxA\n")) {
            refuses("old 1\n" + line + "\n" + NOTE);
        }
    }

    @Test
    void refusesWhatIsNoRequest() {
        for (String hostile : List.of(
                "",
                "\n",
                "\n\n",
                "old 0",
                "old 0\n",
                "old 0\n\n",
                "old 0\n" + NOTE,
                "\nold 0\n\n" + NOTE,
                "old 0\n\n" + NOTE + "\n",
                "old 0\n\n" + NOTE + "x",
                EXAMPLE.substring(0, EXAMPLE.length() - 1),
                EXAMPLE.replace("\n", "\r\n"),
                EXAMPLE.replace("\u2014", "-"),
                "\ufeff" + EXAMPLE)) {
            refuses(hostile);
        }
        byte[] notUtf8 = bytes(EXAMPLE);
        notUtf8[2] = (byte) 0xff;
        assertThrows(MalformedException.class, () -> AddCheckpoint.parse(notUtf8));
    }

    private static void refuses(String request) {
        assertThrows(MalformedException.class, () -> AddCheckpoint.parse(bytes(request)), request);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
