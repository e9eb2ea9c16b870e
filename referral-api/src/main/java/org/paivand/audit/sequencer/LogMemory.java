package org.paivand.audit.sequencer;

import java.io.IOException;
import java.util.Optional;
import org.paivand.audit.checkpoint.Checkpoint;
import org.paivand.audit.checkpoint.CheckpointSigner;
import org.paivand.audit.checkpoint.SignedLogs;
import org.paivand.audit.jdbc.Logs;
import org.paivand.audit.merkle.TreeHead;
import org.paivand.audit.note.NoteSigner;
import org.paivand.audit.note.SignerUnavailableException;

/** The keys of this node's logs and what they signed last, as far as they are still there. */
public final class LogMemory {
    private final SignedLogs signed;
    private final LogSigners signers;

    public LogMemory(SignedLogs signed, LogSigners signers) {
        this.signed = signed;
        this.signers = signers;
    }

    public CheckpointSigner signer(NoteSigner key) {
        return new CheckpointSigner(key, signed.heads(key.verifierKey().name()));
    }

    Optional<NoteSigner> key(String origin) {
        return signers.of(origin);
    }

    /** With the key that the log began with; empty if that is gone. */
    Optional<CheckpointSigner> signer(Logs.Known log) {
        return signers.of(log.origin())
                .filter(key -> key.verifierKey().text().equals(log.key()))
                .map(this::signer);
    }

    TreeHead head(String origin) throws SignerUnavailableException {
        return read(() -> signed.heads(origin).last());
    }

    /** Of all logs, also of those that the database has forgotten, the last that was signed for. */
    Optional<Checkpoint> last() throws SignerUnavailableException {
        return read(signed::last);
    }

    void begin(String origin) throws SignerUnavailableException {
        read(() -> {
            signed.begin(origin);
            return origin;
        });
    }

    void adopt(String origin) throws SignerUnavailableException {
        read(() -> {
            signed.adopt(origin);
            return origin;
        });
    }

    @FunctionalInterface
    private interface Files<T> {
        T read() throws IOException;
    }

    private static <T> T read(Files<T> files) throws SignerUnavailableException {
        try {
            return files.read();
        } catch (IOException unreadable) {
            throw new SignerUnavailableException("what was signed last can't be read or remembered", unreadable);
        }
    }
}
