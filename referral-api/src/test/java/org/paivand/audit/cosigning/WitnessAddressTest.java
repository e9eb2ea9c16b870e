package org.paivand.audit.cosigning;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.KnownWitness;
import org.paivand.audit.note.TestKeys;
import org.paivand.audit.note.VerifierKey;

class WitnessAddressTest {
    private static final VerifierKey KEY = TestKeys.cosigner("w").verifierKey();

    @ParameterizedTest
    @CsvSource({
        "https://w.example, https://w.example/add-checkpoint",
        "https://w.example/, https://w.example/add-checkpoint",
        "https://w.example:8443/tj/1, https://w.example:8443/tj/1/add-checkpoint",
        "http://127.0.0.1:8080, http://127.0.0.1:8080/add-checkpoint",
        "http://[::1]:8080/w/, http://[::1]:8080/w/add-checkpoint",
        "http://localhost:1, http://localhost:1/add-checkpoint"
    })
    void asksBelowThePrefix(String url, String asked) throws Exception {
        assertEquals(asked, address(url).addCheckpoint().toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "w.example",
                "//w.example",
                "http://w.example",
                "http://127.0.0.1.w.example",
                "http://127.0.0.2",
                "http://10.0.0.1",
                "HTTPS:w.example",
                "https:///add-checkpoint",
                "https://user@w.example",
                "https://user:password@w.example",
                "https://w.example?x=1",
                "https://w.example/#x",
                "https://w.example/../x",
                "https://w.example/a b",
                "ftp://w.example",
                "file:///etc/passwd",
                "jar:https://w.example"
            })
    void asksNobodyElse(String url) {
        assertThrows(MalformedException.class, () -> address(url));
    }

    @Test
    void asksNobodyWithoutAUrl() {
        assertThrows(MalformedException.class, () -> WitnessAddress.of(new KnownWitness("w", KEY, Optional.empty())));
    }

    private static WitnessAddress address(String url) throws MalformedException {
        return WitnessAddress.of(new KnownWitness("w", KEY, Optional.of(url)));
    }
}
