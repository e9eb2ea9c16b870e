package org.paivand.witness;

import java.io.IOException;
import java.time.InstantSource;
import java.util.Optional;
import org.paivand.audit.note.SignerUnavailableException;
import org.paivand.audit.witness.Witness;
import org.paivand.audit.witness.WitnessAnswer;

/** Answers other logs, if this node is a witness at all. */
public final class WitnessDesk {
    private final Optional<Witness> witness;
    private final InstantSource clock;

    public WitnessDesk(Optional<Witness> witness, InstantSource clock) {
        this.witness = witness;
        this.clock = clock;
    }

    /** Empty if this node witnesses nobody; otherwise kept and committed by the time it returns. */
    public Optional<WitnessAnswer> addCheckpoint(byte[] request) throws IOException, SignerUnavailableException {
        return witness.isPresent()
                ? Optional.of(witness.get().addCheckpoint(request, clock.instant()))
                : Optional.empty();
    }
}
