package org.paivand.release;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.consent.Foresight;
import org.paivand.consent.Forewarning;
import org.paivand.database.Transaction;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.consent.ConsentRecord;
import org.paivand.disclosure.consent.Grant;
import org.paivand.disclosure.decision.Decision;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/** Says of each permit for sharing, recipient by recipient, what it would not carry. */
public final class GrantForesight implements Foresight {
    private final Function<Transaction, CaseRecords> records;
    private final Deliberations deliberations;

    public GrantForesight(Function<Transaction, CaseRecords> records, Deliberations deliberations) {
        this.records = records;
        this.deliberations = deliberations;
    }

    private record Expected(UUID grantId, Deliberations.Expectation expectation) {}

    @Override
    public List<Forewarning> of(Transaction transaction, Page page, UUID consentId) throws SQLException {
        List<Expected> expected = page.history().latest(consentId).map(ConsentRecord::grants).orElse(List.of()).stream()
                .filter(grant -> !grant.isRefusal() && grant.actions().contains(Action.SHARE))
                .flatMap(grant -> named(grant).stream().map(agency -> expected(grant, agency, page.now())))
                .toList();
        List<Decision> decisions = foreseen(transaction, page, consentId, expected);
        List<Forewarning> warnings = new ArrayList<>();
        for (int i = 0; i < decisions.size(); i++) {
            UUID grantId = expected.get(i).grantId();
            AgencyId recipient = expected.get(i).expectation().ask().recipient();
            reasons(decisions.get(i))
                    .forEach((reason, categories) ->
                            warnings.add(new Forewarning(grantId, recipient, reason, categories)));
        }
        return warnings;
    }

    private List<Decision> foreseen(Transaction transaction, Page page, UUID consentId, List<Expected> expected) {
        try {
            return deliberations.foresee(
                    records.apply(transaction),
                    page.file(),
                    consentId,
                    expected.stream().map(Expected::expectation).toList());
        } catch (CaseKeyException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    /** A grant that is still to begin is asked about at its beginning. */
    private static Expected expected(Grant grant, AgencyId recipient, Instant now) {
        Ask ask = Ask.foreseen(recipient, grant.purpose(), grant.categories());
        Instant at = grant.notBefore().isAfter(now) ? grant.notBefore() : now;
        return new Expected(grant.id(), new Deliberations.Expectation(ask, at));
    }

    private static Set<AgencyId> named(Grant grant) {
        return grant.recipient().fold(exact -> Set.of(exact.agency()), kind -> kind.listed(), worker -> Set.of());
    }

    private static Map<ReasonCode, Set<Category>> reasons(Decision decision) {
        Map<ReasonCode, Set<Category>> reasons = new EnumMap<>(ReasonCode.class);
        decision.withheld()
                .forEach((category, reason) -> reasons.computeIfAbsent(reason, code -> EnumSet.noneOf(Category.class))
                        .add(category));
        return reasons;
    }
}
