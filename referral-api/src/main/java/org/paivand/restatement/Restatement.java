package org.paivand.restatement;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.paivand.approval.Change;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.key.KeysUnavailableException;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.consent.Continuity;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.consent.ConsentEvent;
import org.paivand.disclosure.consent.GrantStatus;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.RegistryChange;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.journal.Actors;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;

/**
 * Two people of the controller answer for it that what the person refused has been recorded again. No permit is trusted for that: each
 * that stands is disputed, and carries nothing until the person stands by it.
 */
public final class Restatement implements Change {
    public static final String KIND = "consent-restatement";

    private static final List<Role> CONTROLLERS = List.of(Role.REFERRER, Role.CHILD_PROTECTION);
    private static final String SUBJECT = "paivand-consent-restatement/v1";
    private static final Set<GrantStatus> STANDING = EnumSet.of(GrantStatus.LIVE, GrantStatus.NOT_YET);

    private final ConsentBook book;
    private final Continuity continuity;

    public Restatement(ConsentBook book, Continuity continuity) {
        this.book = book;
        this.continuity = continuity;
    }

    /** The subject as it is kept: which case, and which agency controls it. */
    record Subject(CaseId caseId, AgencyId controller) {
        static Subject of(String text) {
            String[] parts = text.split(" ", -1);
            if (parts.length != 3 || !parts[0].equals(SUBJECT)) {
                throw new IllegalStateException("a proposed restatement is not as it was written");
            }
            return new Subject(new CaseId(UUID.fromString(parts[1])), new AgencyId(parts[2]));
        }

        String text() {
            return SUBJECT + " " + caseId + " " + controller.value();
        }
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public List<Role> roles() {
        return CONTROLLERS;
    }

    @Override
    public boolean concerns(Caller caller, String subject) {
        return Subject.of(subject).controller().equals(caller.agency());
    }

    @Override
    public DisclosureEvent event(EventHead head, RegistryChange step, String subject) {
        return new RegistryChanged(head, step, KIND, Sha256.digest(subject.getBytes(StandardCharsets.UTF_8)));
    }

    /** Lets what stands rest. That nothing is lost any more is said by {@link RestatementDesk}, after the commit. */
    @Override
    public void apply(Transaction transaction, Confirmation confirmation) throws SQLException {
        CaseId id = Subject.of(confirmation.subject()).caseId();
        AgencyId agency = confirmation.by().agency();
        Page page = book.open(transaction, id, file -> file.controller().equals(agency));
        if (holds(transaction, id)) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
        Actor by = Actors.actor(confirmation.by(), CONTROLLERS.toArray(Role[]::new));
        for (UUID consentId : standing(page)) {
            ConsentEvent disputed = new ConsentEvent.Disputed(page.now(), consentId);
            page = book.write(transaction, page, confirmation.exchange(), by, disputed)
                    .next();
        }
    }

    private boolean holds(Transaction transaction, CaseId id) {
        try {
            return continuity.holds(transaction, id);
        } catch (KeysUnavailableException unusable) {
            throw ProblemException.of(ProblemCode.KEYS_UNAVAILABLE);
        }
    }

    private static Set<UUID> standing(Page page) {
        return page.history().stateAt(page.now()).grants().stream()
                .filter(grant -> !grant.grant().isRefusal() && STANDING.contains(grant.status()))
                .map(grant -> grant.consent().id())
                .collect(Collectors.toSet());
    }
}
