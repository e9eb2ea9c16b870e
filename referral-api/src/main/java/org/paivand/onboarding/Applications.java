package org.paivand.onboarding;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.paivand.casefile.Cases.Cursor;

/** Where applications are kept. Bound to one transaction. */
public interface Applications {
    void add(Submission submission);

    Optional<Application> find(UUID id);

    /** Finds it and holds it until the transaction ends. */
    Optional<Application> lock(UUID id);

    /** Notes which approval the first registrar opened. */
    void second(UUID id, UUID approval);

    /** Of an application that nobody has approved. */
    void reject(UUID id, String by, Instant at);

    /** The newest first; in one state, or in any. */
    List<Application> list(Optional<ApplicationState> state, Optional<Cursor> after, int limit);

    /** How many wait that came without an account. */
    int waitingWithoutAccount();
}
