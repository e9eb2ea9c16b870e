package org.paivand.audit.merkle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.paivand.audit.MalformedException;

class HashTest {
    private static final String EMPTY = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    @Test
    void emptyTreeHasTheHashOfNothing() {
        assertEquals(EMPTY, Hash.EMPTY.hex());
    }

    /** The known vector of RFC 6962 implementations: an empty leaf. */
    @Test
    void prefixesALeafWithZero() {
        Hash leaf = Hash.leaf(new byte[0]);

        assertEquals("6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", leaf.hex());
    }

    /** The known vector of RFC 6962 implementations: "N123" over "N456". */
    @Test
    void prefixesANodeWithOne() {
        Hash node = Hash.sha256(new byte[] {1}, bytes("N123"), bytes("N456"));

        assertEquals("aa217fe888e47007fa15edab33c2b492a722cb106c64667fc2b044444de66bbb", node.hex());
    }

    @Test
    void aNodeDependsOnTheOrderOfItsChildren() {
        Hash a = Hash.leaf(bytes("a"));
        Hash b = Hash.leaf(bytes("b"));

        assertNotEquals(Hash.node(a, b), Hash.node(b, a));
        assertEquals(Hash.sha256(new byte[] {1}, a.bytes(), b.bytes()), Hash.node(a, b));
    }

    @Test
    void nobodyCanWriteIntoAHash() {
        byte[] given = new byte[32];
        Hash hash = Hash.of(given);

        given[0] = 1;
        hash.bytes()[1] = 1;

        assertEquals(Hash.of(new byte[32]), hash);
    }

    @Test
    void bothTextFormsReadBack() throws MalformedException {
        assertEquals(Hash.EMPTY, Hash.fromHex(EMPTY));
        assertEquals(Hash.EMPTY, Hash.fromBase64(Hash.EMPTY.base64()));
        assertEquals(Hash.EMPTY.hashCode(), Hash.fromHex(EMPTY).hashCode());
    }

    @Test
    void takesNoOtherNumberOfBytes() {
        for (int length : new int[] {0, 31, 33, 64}) {
            assertThrows(IllegalArgumentException.class, () -> Hash.of(new byte[length]));
        }
    }

    @Test
    void refusesEveryOtherSpellingInHex() {
        List<String> hostile = List.of(
                "",
                EMPTY.substring(1),
                EMPTY + "0",
                EMPTY.toUpperCase(java.util.Locale.ROOT),
                "0x" + EMPTY.substring(2),
                " " + EMPTY.substring(1),
                EMPTY.replace('0', '\u0660'),
                EMPTY.replace('a', 'g'));

        for (String text : hostile) {
            assertThrows(MalformedException.class, () -> Hash.fromHex(text), text);
        }
    }

    @Test
    void refusesEveryOtherSpellingInBase64() {
        String good = Hash.EMPTY.base64();
        List<String> hostile = List.of(
                "",
                good.substring(0, 43),
                good + "\n",
                good + "=",
                good.replace('+', '-').replace('/', '_'),
                good.substring(0, 42) + "V=",
                good.substring(0, 43) + "A",
                " " + good.substring(1),
                "====" + good.substring(4));

        for (String text : hostile) {
            assertThrows(MalformedException.class, () -> Hash.fromBase64(text), text);
        }
    }

    @Test
    void aTreeHeadIsNeitherNegativeNorEmptyWithARoot() {
        assertThrows(IllegalArgumentException.class, () -> new TreeHead(-1, Hash.EMPTY));
        assertThrows(IllegalArgumentException.class, () -> new TreeHead(0, Hash.leaf(new byte[0])));
        assertEquals(new TreeHead(0, Hash.EMPTY), TreeHead.EMPTY);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
