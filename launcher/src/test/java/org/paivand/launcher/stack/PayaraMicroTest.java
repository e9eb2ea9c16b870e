package org.paivand.launcher.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.launcher.process.StartFailedException;

class PayaraMicroTest {
    @Test
    void givesTheNodeTheHeapThatIsWished() throws Exception {
        assertEquals(288, PayaraMicro.heapMib(null));
        assertEquals(640, PayaraMicro.heapMib("640"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "287", "1g", "-640", "640m", "0640", "123456", "640 -XX:+Nonsense"})
    void refusesAHeapThatANodeCannotLiveWith(String wished) {
        String said = String.valueOf(assertThrows(StartFailedException.class, () -> PayaraMicro.heapMib(wished))
                .getMessage());

        assertEquals("PAIVAND_NODE_HEAP_MIB is the node's heap in MiB, 288 or more", said);
        assertFalse(said.contains("Nonsense"));
    }
}
