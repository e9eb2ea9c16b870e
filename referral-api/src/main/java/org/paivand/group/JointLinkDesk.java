package org.paivand.group;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseGroup;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.JointLink;
import org.paivand.casefile.JointLink.Side;
import org.paivand.casefile.JointLinks;
import org.paivand.casefile.LinkKind;
import org.paivand.casefile.key.PersonSeals;
import org.paivand.casefile.section.GroupConstraint;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.person.Attempts;
import org.paivand.person.SurvivorCode;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RefusedCase;
import org.paivand.release.JointConsent;

/**
 * Links a case with one of another controller, by a code that only the person carries from the one to the other. Neither controller
 * can ask whether the other has somebody, and neither sees the other's case.
 */
public final class JointLinkDesk {
    /** How long a person has to bring the code. */
    public static final Duration CODE_LIVES = Duration.ofDays(7);

    private final Database database;
    private final Function<Transaction, JointLinks> links;
    private final JointConsent consent;
    private final ConsentBook book;
    private final PersonSeals seals;
    private final SecureRandom random;
    private final InstantSource clock;
    private final Attempts attempts = new Attempts();

    public JointLinkDesk(
            Database database,
            Function<Transaction, JointLinks> links,
            JointConsent consent,
            ConsentBook book,
            PersonSeals seals,
            SecureRandom random,
            InstantSource clock) {
        this.database = database;
        this.links = links;
        this.consent = consent;
        this.book = book;
        this.seals = seals;
        this.random = random;
        this.clock = clock;
    }

    /** A link that waits for the other, and the code for the person, which nobody can read again. */
    public record Proposed(JointLink link, SurvivorCode code) {}

    /**
     * Makes a code for the person to bring to the other controller. An earlier one of this case for that agency ends.
     *
     * @throws ProblemException {@code not-found} unless the caller's agency controls the case; {@code together-refused} unless the
     *     person permits that agency to know; {@code conflict} where the case has as many links as it may
     */
    public Proposed propose(Caller caller, CaseId caseId, LinkKind kind, AgencyId with, GroupConstraint constraint) {
        return database.commit(transaction -> {
            Page page = permitted(transaction, caller, caseId, with);
            JointLinks bound = links.apply(transaction);
            bound.endProposed(caseId, with);
            requireRoom(bound, caseId);
            SurvivorCode code = SurvivorCode.random(random);
            JointLink link = new JointLink(
                    UUID.randomUUID(),
                    kind,
                    new Side(caller.agency(), caseId, constraint),
                    with,
                    Optional.empty(),
                    page.now().plus(CODE_LIVES));
            bound.propose(link, code.sealOfLink(seals));
            return new Proposed(link, code);
        });
    }

    /**
     * Links the case with the one for which the code was made.
     *
     * @param with who gave the person the code
     * @throws ProblemException {@code not-found} and {@code together-refused} as {@link #propose}, whatever the code is;
     *     {@code link-code-refused} for every code that links nothing, whyever; {@code too-many-requests} for an agency that tries
     *     too often
     */
    public JointLink enter(Caller caller, CaseId caseId, AgencyId with, String typed, GroupConstraint constraint) {
        Instant tried = clock.instant();
        if (!attempts.admit(caller.agency().value(), tried)) {
            throw ProblemException.of(ProblemCode.TOO_MANY_REQUESTS);
        }
        JointLink linked = database.<JointLink, RuntimeException>commit(transaction -> {
            Page page = permitted(transaction, caller, caseId, with);
            JointLinks bound = links.apply(transaction);
            requireRoom(bound, caseId);
            JointLink waiting = SurvivorCode.typed(typed)
                    .flatMap(code -> bound.lockByCode(code.sealOfLink(seals)))
                    .filter(link -> link.with().equals(caller.agency())
                            && link.proposed().controller().equals(with)
                            && page.now().isBefore(link.expiresAt())
                            && consent.stands(transaction, link, page.now())
                            && isNew(bound, caseId, link))
                    .orElseThrow(() -> ProblemException.of(ProblemCode.LINK_CODE_REFUSED));
            bound.enter(waiting.id(), new Side(caller.agency(), caseId, constraint));
            return bound.find(waiting.id()).orElseThrow();
        });
        attempts.succeeded(caller.agency().value(), tried);
        return linked;
    }

    /** Those of the case that stand. Where a word doesn't any more, or the code has expired, the link is ended by that. */
    public List<JointLink> of(Caller caller, CaseId caseId) {
        return database.commit(transaction -> {
            Page page = book.read(transaction, caseId, controlledBy(caller));
            JointLinks bound = links.apply(transaction);
            List<JointLink> standing = new ArrayList<>();
            for (JointLink link : bound.of(caseId)) {
                boolean waitsOrLinks = link.entered().isPresent() || page.now().isBefore(link.expiresAt());
                if (waitsOrLinks && consent.stands(transaction, link, page.now())) {
                    standing.add(link);
                } else {
                    bound.end(link.id());
                }
            }
            return standing;
        });
    }

    /** Ends it, for both and at once; the other isn't told who did. What was offered before goes its own way. */
    public void end(Caller caller, CaseId caseId, UUID id) {
        database.<Boolean, RuntimeException>commit(transaction -> {
            Page page = book.open(transaction, caseId, controlledBy(caller));
            JointLinks bound = links.apply(transaction);
            JointLink link = bound.find(id)
                    .filter(found -> found.side(page.file().id()).isPresent())
                    .orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            bound.end(link.id());
            return true;
        });
    }

    /** Locks the case. */
    private Page permitted(Transaction transaction, Caller caller, CaseId caseId, AgencyId with) {
        Page page = book.open(transaction, caseId, controlledBy(caller));
        if (!consent.permits(transaction, caseId, caller.agency(), with, page.now())) {
            throw ProblemException.refusedTogether(
                    ProblemCode.TOGETHER_REFUSED,
                    List.of(new RefusedCase("/with", ProblemCode.TOGETHER_REFUSED.code(), List.of())));
        }
        return page;
    }

    private static void requireRoom(JointLinks bound, CaseId caseId) {
        if (bound.of(caseId).size() >= CaseGroup.MOST) {
            throw ProblemException.of(ProblemCode.CONFLICT);
        }
    }

    private static boolean isNew(JointLinks bound, CaseId caseId, JointLink waiting) {
        return bound.of(caseId).stream()
                .noneMatch(link -> link.beside(caseId)
                        .filter(side -> side.caseId().equals(waiting.proposed().caseId()))
                        .isPresent());
    }

    private static Predicate<CaseFile> controlledBy(Caller caller) {
        return file -> file.controller().equals(caller.agency());
    }
}
