package org.paivand.casefile.section;

import org.paivand.disclosure.Category;

/**
 * A category in the form in which it may leave. A service request, a guardian and travel data leave in another form than
 * they are stored in, and so does what a policy masks; so what must stay can't be sent by mistake.
 */
public sealed interface Releasable
        permits ReleasedServiceRequest,
                Identity,
                MaskedIdentity,
                Contact,
                MaskedContact,
                Whereabouts,
                ReleasedGuardian,
                ReleasedTravel,
                Health,
                Safety,
                Experience,
                Legal,
                Family,
                ReleasedMessages,
                Feedback {

    Category category();
}
