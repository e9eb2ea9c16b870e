package org.paivand.person;

import java.time.Instant;
import java.util.UUID;
import org.paivand.disclosure.AgencyId;

/** What a code opened. */
public sealed interface Visit {
    /** Of the number that opened it. */
    UUID codeId();

    /**
     * Something that was sent by the form, of which there is no case yet.
     *
     * @param agency that reads it
     * @param open whether somebody will still look at it
     */
    record Waiting(UUID codeId, AgencyId agency, Instant receivedAt, boolean open, Said said) implements Visit {}

    /** What was sent is erased, and so is the number. */
    record TakenBack(UUID codeId) implements Visit {}

    /** What the person sees of it. */
    record Status(PersonCode code, Overview overview, Said said) implements Visit {
        @Override
        public UUID codeId() {
            return code.id();
        }
    }

    /** Nothing, for whoever looks over a shoulder. */
    record Nothing(PersonCode code) implements Visit {
        @Override
        public UUID codeId() {
            return code.id();
        }
    }

    /** What is said above the status. */
    enum Said {
        NOTHING,
        WITHDRAWN,
        RESTORED,
        BARRED,
        COMPLAINED,
        /** Who helps is told, and the help goes on until they have asked. */
        END_ASKED,
        /** It was not there to be done, and nothing was changed. */
        NOT_POSSIBLE
    }
}
