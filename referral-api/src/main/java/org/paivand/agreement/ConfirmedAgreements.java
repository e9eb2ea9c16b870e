package org.paivand.agreement;

import java.time.Instant;
import java.util.List;
import org.paivand.disclosure.policy.Agreement;

/** Where the agreements are kept that two registrars added. Bound to one transaction. */
public interface ConfirmedAgreements {
    /** The highest version of each. */
    List<Agreement> newest();

    /** The highest version of each that was confirmed by then, that instant included. */
    List<Agreement> newest(Instant asOf);

    /** Holds back every other addition until the transaction ends. Taken before anything is read that an addition rests on. */
    void lock();

    /** Adds a version; the ones before it stay, since past decisions rested on them. */
    void add(Agreement agreement, Instant at);
}
