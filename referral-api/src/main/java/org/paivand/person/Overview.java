package org.paivand.person;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.paivand.complaint.Complaint;
import org.paivand.disclosure.AgencyId;
import org.paivand.referral.WishedEnds.Help;

/**
 * What a receipt or a status tells: codes and agencies, never a value.
 *
 * @param keeper the agency that answers for it
 * @param deliveries the newest first, at most a hundred
 * @param told what is recorded as told outside the node, the newest record first; at most a hundred
 * @param choices whom the holder can bar
 * @param subjects what the holder can complain of
 * @param complaints the newest first
 * @param helps help that goes on; none for a guardian
 * @param answers when a status body last decided; not what, and not which body
 */
public record Overview(
        Instant at,
        Holder holder,
        AgencyId keeper,
        List<Agreed> agreed,
        List<Delivery> deliveries,
        List<ToldOutside> told,
        List<Choice> choices,
        List<Subject> subjects,
        List<Complaint> complaints,
        List<Help> helps,
        List<Instant> answers) {
    public Overview {
        agreed = List.copyOf(agreed);
        deliveries = List.copyOf(deliveries);
        told = List.copyOf(told);
        choices = List.copyOf(choices);
        subjects = List.copyOf(subjects);
        complaints = List.copyOf(complaints);
        helps = List.copyOf(helps);
        answers = List.copyOf(answers);
    }

    /**
     * An agency, or one worker of it, under a name that tells nothing and holds for this case alone.
     *
     * @param known whether it received something, or may
     */
    public record Choice(String handle, AgencyId agency, Optional<KnownWorker> worker, boolean known) {}

    /**
     * An agency, or something that it received, under a name that tells nothing and holds for this case alone.
     *
     * @param delivery absent where it is about the agency in itself
     */
    public record Subject(String handle, AgencyId agency, Optional<Delivery> delivery) {}
}
