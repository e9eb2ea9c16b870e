package org.paivand.registry.search;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.AgreementRule;
import org.paivand.disclosure.policy.Corridor;
import org.paivand.disclosure.policy.Policy;
import org.paivand.registry.agreement.Agreements;

/** What an asking agency may tell others with a person's consent, as agreements and policy stand at one instant. */
public final class Allowances {
    private final Agreements agreements;
    private final Policy policy;
    private final Party asker;
    private final Purpose purpose;
    private final Instant now;

    public Allowances(List<Agreement> agreements, Policy policy, Party asker, Purpose purpose, Instant now) {
        this.agreements = new Agreements(
                agreements.stream().filter(one -> concerns(one, asker)).toList());
        this.policy = policy;
        this.asker = asker;
        this.purpose = purpose;
        this.now = now;
    }

    private static boolean concerns(Agreement agreement, Party asker) {
        return agreement
                .parties()
                .fold(
                        countries -> countries.jurisdictions().contains(asker.jurisdiction()),
                        kinds -> kinds.countries().jurisdictions().contains(asker.jurisdiction()),
                        agencies -> agencies.ids().contains(asker.agency()));
    }

    public Allowance to(Party recipient) {
        Set<Category> ceiling = policy.ceiling(purpose, recipient.kind());
        Corridor corridor = agreements.corridor(asker, recipient, purpose, now);
        Optional<Agreement> binding = corridor.narrowest();
        if (!ceiling.contains(Category.SERVICE_REQUEST)) {
            return new Allowance(Set.of(), binding, Optional.of(MatchReason.PURPOSE));
        }
        if (!isAsked(recipient)) {
            return new Allowance(ceiling, binding, Optional.empty());
        }
        Set<Category> both = EnumSet.copyOf(ceiling);
        both.removeIf(category -> corridor.objection(category, Action.SHARE).isPresent());
        return both.contains(Category.SERVICE_REQUEST)
                ? new Allowance(both, binding, Optional.empty())
                : new Allowance(Set.of(), binding, Optional.of(MatchReason.NO_AGREEMENT));
    }

    private boolean isAsked(Party recipient) {
        AgreementRule rule = policy.rules(BasisType.CONSENT).agreement();
        return rule == AgreementRule.ALWAYS
                || (rule == AgreementRule.ABROAD && !asker.jurisdiction().equals(recipient.jurisdiction()));
    }
}
