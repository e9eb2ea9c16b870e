package org.paivand.disclosure.consent;

import static org.paivand.disclosure.Canonical.require;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.WorkerId;

/**
 * One permission or refusal. Categories are listed, never implied: a category invented later is not covered.
 *
 * @param notBefore inclusive
 * @param notAfter exclusive; ends a permit. A refusal lasts until it is itself withdrawn, whatever this says
 * @param recipient one worker only in a safety-critical refusal
 * @param safetyCritical only in a refusal: bars the recipient for every purpose and category, break-glass included
 */
public record Grant(
        UUID id,
        Effect effect,
        Purpose purpose,
        Set<Category> categories,
        Recipient recipient,
        Set<Action> actions,
        Instant notBefore,
        Instant notAfter,
        boolean safetyCritical) {
    public Grant {
        categories = Canonical.enums(Category.class, categories);
        actions = Canonical.enums(Action.class, actions);
        require(!categories.isEmpty(), "a grant names at least one category");
        require(!actions.isEmpty(), "a grant names at least one action");
        require(notBefore.isBefore(notAfter), "a grant begins before it ends");
        require(!safetyCritical || effect == Effect.REFUSE, "only a refusal can be safety-critical");
        require(safetyCritical || !(recipient instanceof Recipient.OneWorker), "one worker can only be barred");
    }

    public boolean isRefusal() {
        return effect == Effect.REFUSE;
    }

    /** Whether all that this permits or refuses, the other does too. */
    public boolean isWithin(Grant other) {
        return effect == other.effect
                && purpose == other.purpose
                && safetyCritical == other.safetyCritical
                && other.categories.containsAll(categories)
                && other.actions.containsAll(actions)
                && recipient.isWithin(other.recipient)
                && !notBefore.isBefore(other.notBefore)
                && !notAfter.isAfter(other.notAfter);
    }

    /** Whether this permit names the party, purpose, category and action; says nothing of time. */
    public boolean permits(Party party, Purpose asked, Category category, Action action) {
        return !isRefusal()
                && purpose == asked
                && categories.contains(category)
                && actions.contains(action)
                && recipient.permits(party);
    }

    /** Whether this refusal names them; who refuses sharing refuses passing onward too. */
    public boolean refuses(Party party, Purpose asked, Category category, Action action) {
        return isRefusal()
                && purpose == asked
                && categories.contains(category)
                && (actions.contains(action) || actions.contains(Action.SHARE))
                && recipient.refuses(party);
    }

    /** Whether this is a safety-critical refusal of the party. */
    public boolean bars(Party party) {
        return safetyCritical && recipient.refuses(party);
    }

    /** Whether by this the party may not even learn, for whatever purpose, that somebody asks for help. */
    public boolean hidesFrom(Party party) {
        return isRefusal()
                && recipient.refuses(party)
                && (safetyCritical || categories.contains(Category.SERVICE_REQUEST));
    }

    /** The worker whom this bars, if they are one of the party. */
    public Optional<WorkerId> barredWorker(Party party) {
        return recipient instanceof Recipient.OneWorker one && one.agency().equals(party.agency())
                ? Optional.of(one.worker())
                : Optional.empty();
    }
}
