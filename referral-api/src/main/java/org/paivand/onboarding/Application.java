package org.paivand.onboarding;

import java.time.Instant;
import java.util.UUID;

/** An application, and how far it has come. Two registrars approve it, of whom neither recorded it. */
public sealed interface Application {
    Submission submission();

    ApplicationState state();

    /** Nobody has said anything. */
    record Pending(Submission submission) implements Application {
        @Override
        public ApplicationState state() {
            return ApplicationState.PENDING;
        }
    }

    /** One registrar approved. */
    record Seconded(Submission submission, UUID approval, String firstBy, Instant firstAt) implements Application {
        @Override
        public ApplicationState state() {
            return ApplicationState.SECONDED;
        }
    }

    /** Two did, and the agency is in the registry. */
    record Approved(Submission submission, String firstBy, String secondBy, Instant at) implements Application {
        @Override
        public ApplicationState state() {
            return ApplicationState.APPROVED;
        }
    }

    /** One registrar said no, and that is enough. */
    record Rejected(Submission submission, String by, Instant at) implements Application {
        @Override
        public ApplicationState state() {
            return ApplicationState.REJECTED;
        }
    }
}
