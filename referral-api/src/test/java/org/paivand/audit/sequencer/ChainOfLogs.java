package org.paivand.audit.sequencer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.paivand.audit.TestVault;
import org.paivand.audit.checkpoint.SignedLogs;
import org.paivand.audit.jdbc.JdbcEntries;
import org.paivand.audit.note.NoteSigner;
import org.paivand.audit.note.PrivateKeySigner;
import org.paivand.casefile.key.CaseTokens;
import org.paivand.casefile.key.Keystore;
import org.paivand.casefile.key.TestKeystores;
import org.paivand.database.Database;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.event.LogSuccession;
import org.paivand.journal.Journal;
import org.paivand.lease.jdbc.JdbcLeases;

/** Keys of several logs in a folder, a pair of files each, and leaders that are set to one of them. */
final class ChainOfLogs {
    private final Path folder;
    private final Database database;
    private final Journal journal;

    /** The folder holds {@code node.p12} as {@link TestKeystores} makes it. */
    ChainOfLogs(Path folder, Database database) throws Exception {
        this.folder = folder;
        this.database = database;
        Keystore keystore = Keystore.load(folder.resolve("node.p12"), TestKeystores.PASSWORD);
        this.journal = new Journal(new JdbcEntries(new TestVault()), new CaseTokens(keystore), new SecureRandom());
    }

    static void makeKey(Path folder, String origin) throws IOException, GeneralSecurityException {
        KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        Files.write(file(folder, origin, "public"), pair.getPublic().getEncoded());
        Files.write(file(folder, origin, "private"), pair.getPrivate().getEncoded());
    }

    static void loseKey(Path folder, String origin) throws IOException {
        Files.delete(file(folder, origin, "private"));
    }

    NoteSigner key(String origin) {
        return keyOf(origin).orElseThrow();
    }

    LogMemory memory() {
        return new LogMemory(new SignedLogs(folder), this::keyOf);
    }

    Succession succession(String origin, Optional<LogSuccession> reason, Step.Listener listener) {
        ChangeRecord record = new ChangeRecord(journal, new AgencyId("tj-commission"));
        return new Succession(
                database, new JdbcLeases(database), memory(), key(origin), reason, record, Clock.systemUTC(), listener);
    }

    Sequencer sequencer(String origin, Step.Listener listener) {
        return new Sequencer(
                database, new JdbcLeases(database), memory().signer(key(origin)), origin, Clock.systemUTC(), listener);
    }

    SequencerRunner runner(String origin, Optional<LogSuccession> reason, Duration term, Step.Listener listener) {
        return new SequencerRunner(
                succession(origin, reason, listener), sequencer(origin, listener), new JdbcLeases(database), term);
    }

    private Optional<NoteSigner> keyOf(String origin) {
        try {
            KeyFactory keys = KeyFactory.getInstance("Ed25519");
            byte[] own = Files.readAllBytes(file(folder, origin, "private"));
            byte[] known = Files.readAllBytes(file(folder, origin, "public"));
            return Optional.of(new PrivateKeySigner(
                    origin,
                    keys.generatePublic(new X509EncodedKeySpec(known)),
                    keys.generatePrivate(new PKCS8EncodedKeySpec(own))));
        } catch (IOException gone) {
            return Optional.empty();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static Path file(Path folder, String origin, String kind) {
        return folder.resolve(SignedLogs.suffix(origin) + "." + kind);
    }
}
