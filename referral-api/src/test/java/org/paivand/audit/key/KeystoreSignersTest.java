package org.paivand.audit.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.paivand.audit.checkpoint.SignedLogs;
import org.paivand.audit.note.NoteSigner;
import org.paivand.audit.note.SignedNote;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.casefile.key.TestKeystores;

class KeystoreSignersTest {
    private static final String ORIGIN = "log.paivand.test/tj/2026";
    private static final String NEXT = "log.paivand.test/tj/2027";
    private static final String TEXT = ORIGIN + "\n0\nx\n";

    @TempDir
    Path folder;

    @AfterEach
    void unplug() {
        TestDevice.unplug();
    }

    @ParameterizedTest
    @CsvSource({"PKCS12,SunJSSE", "PKCS12,", "JKS,SUN", "JCEKS,SunJCE"})
    void signsWithTheKeyOfAnyStoreThatAProviderOfTheJdkReads(String type, String provider) throws Exception {
        Path file = folder.resolve("log.keys");
        TestKeystores.signingKey(file, type, "log-signing", "Ed25519");

        NoteSigner signer = KeystoreSigners.open(new SigningStore(
                        type,
                        Optional.ofNullable(provider),
                        Optional.empty(),
                        Optional.of(file),
                        TestKeystores.password()))
                .require(ORIGIN);

        signer.verifierKey().verify(new SignedNote(TEXT, List.of(signer.sign(TEXT))));
        assertEquals(ORIGIN, signer.verifierKey().name());
    }

    @Test
    void signsWithAKeyThatNeverLeavesItsDevice() throws Exception {
        Path file = folder.resolve("device");
        TestKeystores.signingKey(file, "PKCS12", "log-signing", "Ed25519");
        TestDevice.plugIn();
        NoteSigner signer = KeystoreSigners.open(device(file)).require(ORIGIN);

        signer.verifierKey().verify(new SignedNote(TEXT, List.of(signer.sign(TEXT))));
        TestDevice.pullOut();
        assertThrows(SignerUnavailableException.class, () -> signer.sign(TEXT));
        TestDevice.putBack();

        signer.verifierKey().verify(new SignedNote(TEXT, List.of(signer.sign(TEXT))));
    }

    private static SigningStore device(Path file) {
        return new SigningStore(
                TestDevice.TYPE,
                Optional.of(TestDevice.NAME),
                Optional.of(file.toString()),
                Optional.empty(),
                TestKeystores.password());
    }

    @Test
    void findsTheKeyOfEachLogByItsOrigin() throws Exception {
        Path file = folder.resolve("node.p12");
        TestKeystores.signingKey(file, "PKCS12", "log-signing", "Ed25519");
        TestKeystores.signingKey(file, "PKCS12", "log-signing-" + SignedLogs.suffix(NEXT), "Ed25519");
        KeystoreSigners signers = KeystoreSigners.open(SigningStore.pkcs12(file, TestKeystores.password()));

        NoteSigner first = signers.of(ORIGIN).orElseThrow();
        NoteSigner next = signers.of(NEXT).orElseThrow();

        assertEquals(NEXT, next.verifierKey().name());
        assertTrue(!first.verifierKey().sameKeyAs(next.verifierKey()));
        assertNotEquals(SignedLogs.suffix(ORIGIN), SignedLogs.suffix(NEXT));
    }

    @Test
    void refusesAStoreWithoutAnEd25519Key() throws Exception {
        Path rsa = folder.resolve("rsa.p12");
        TestKeystores.signingKey(rsa, "PKCS12", "log-signing", "RSA");
        Path another = folder.resolve("another.p12");
        TestKeystores.signingKey(another, "PKCS12", "another", "Ed25519");

        assertThrows(UnusableSigningKeyException.class, () -> opened(rsa).require(ORIGIN));
        assertThrows(UnusableSigningKeyException.class, () -> opened(another).require(ORIGIN));
        assertTrue(opened(another).of(ORIGIN).isEmpty());
    }

    @Test
    void refusesAStoreThatItCannotOpenAndSaysNoPassword() throws Exception {
        Path file = Files.writeString(folder.resolve("node.p12"), "not a keystore");

        UnusableSigningKeyException refused = assertThrows(
                UnusableSigningKeyException.class, () -> opened(file).require(ORIGIN));
        assertThrows(
                UnusableSigningKeyException.class,
                () -> opened(folder.resolve("absent")).require(ORIGIN));
        assertThrows(
                UnusableSigningKeyException.class,
                () -> KeystoreSigners.open(new SigningStore(
                        "PKCS11", Optional.of("NoSuchProvider"), Optional.empty(), Optional.empty(), "pin-1234")));

        assertTrue(!String.valueOf(refused.getMessage()).contains(TestKeystores.password()));
    }

    private static KeystoreSigners opened(Path file) throws UnusableSigningKeyException {
        return KeystoreSigners.open(SigningStore.pkcs12(file, TestKeystores.password()));
    }
}
