package org.paivand.person;

/** What a code opened. */
public sealed interface Visit {
    PersonCode code();

    /** What the person sees of it. */
    record Status(PersonCode code, Overview overview, Said said) implements Visit {}

    /** Nothing, for whoever looks over a shoulder. */
    record Nothing(PersonCode code) implements Visit {}

    /** What is said above the status. */
    enum Said {
        NOTHING,
        WITHDRAWN,
        RESTORED,
        BARRED,
        COMPLAINED,
        /** It was not there to be done, and nothing was changed. */
        NOT_POSSIBLE
    }
}
