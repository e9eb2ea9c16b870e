package org.paivand.release;

import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.entry.WitnessState;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.registry.directory.Directories;

/** What may leave the country only while witnesses see the log: a counterpart abroad has nothing else to hold this node to. */
public final class Borders {
    private final Directories directories;
    private final AgencyId operator;
    private final WitnessState witnesses;

    /** @param operator whose jurisdiction is the node's */
    public Borders(Directories directories, AgencyId operator, WitnessState witnesses) {
        this.directories = directories;
        this.operator = operator;
        this.witnesses = witnesses;
    }

    /** As it stands now; not to be asked inside a transaction, while the gate may be. */
    Gate gate() {
        return new Gate(witnesses.status().stale());
    }

    /** Open or closed for one release. */
    final class Gate {
        private final boolean closed;

        private Gate(boolean closed) {
            this.closed = closed;
        }

        void requireOpenFor(AgencyId recipient) {
            if (closed && !jurisdiction(recipient).equals(jurisdiction(operator))) {
                throw ProblemException.of(ProblemCode.WITNESS_QUORUM_STALE);
            }
        }
    }

    private Jurisdiction jurisdiction(AgencyId agency) {
        return directories
                .current()
                .agency(agency)
                .orElseThrow(() -> new IllegalStateException("an agency left the registry"))
                .jurisdiction();
    }
}
