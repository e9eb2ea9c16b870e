package org.paivand.group;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.paivand.caller.Caller;
import org.paivand.casefile.CaseFile;
import org.paivand.casefile.CaseGroup;
import org.paivand.casefile.CaseGroup.Member;
import org.paivand.casefile.CaseId;
import org.paivand.casefile.CaseLinks;
import org.paivand.casefile.Cases;
import org.paivand.casefile.LinkKind;
import org.paivand.consent.ConsentBook;
import org.paivand.consent.ConsentBook.Page;
import org.paivand.database.Database;
import org.paivand.database.Transaction;
import org.paivand.disclosure.ConflictFinding;
import org.paivand.idempotency.IdempotencyKey;
import org.paivand.idempotency.Once;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RefusedCase;
import org.paivand.release.TogetherNotice;

/**
 * A controller links cases of which each person said so. A link tells nobody anything: what a recipient learns of it, it learns
 * with an offer, where each consent is asked anew.
 */
public final class GroupDesk {
    private final Database database;
    private final Once once;
    private final Function<Transaction, Cases> cases;
    private final Function<Transaction, CaseLinks> links;
    private final ConsentBook book;
    private final InstantSource clock;

    public GroupDesk(
            Database database,
            Function<Transaction, Cases> cases,
            Function<Transaction, CaseLinks> links,
            ConsentBook book,
            InstantSource clock) {
        this.database = database;
        this.once = new Once(database);
        this.cases = cases;
        this.links = links;
        this.book = book;
        this.clock = clock;
    }

    /**
     * A group as its controller sees it.
     *
     * @param agreed whose word for it stands now; the others can't be offered with them
     */
    public record Seen(CaseGroup group, Set<CaseId> agreed) {
        public Seen {
            agreed = Set.copyOf(agreed);
        }
    }

    /** A case that is to be linked, and where the request names it. */
    public record Named(Member member, String pointer) {}

    /**
     * Links cases.
     *
     * @throws ProblemException {@code not-found} unless the caller's agency controls all of them; {@code together-refused} with
     *     those that nobody spoke for; {@code conflict} if one is in a group of that kind already
     */
    public Seen link(Caller caller, IdempotencyKey key, LinkKind kind, List<Named> named) {
        return once.commit(
                key,
                clock.instant(),
                (transaction, id) -> {
                    requireLinkable(transaction, caller, kind, named);
                    CaseLinks bound = links.apply(transaction);
                    named.forEach(one -> bound.add(id, kind, one.member()));
                    return seen(transaction, caller, id);
                },
                (transaction, id) -> seen(transaction, caller, id));
    }

    /**
     * Links one case more. One that is there already stays as it is.
     *
     * @throws ProblemException as {@link #link}; {@code conflict} too where the group is full
     */
    public Seen join(Caller caller, UUID id, Named named) {
        return database.commit(transaction -> {
            CaseGroup group = seen(transaction, caller, id).group();
            if (group.member(named.member().caseId()).isPresent()) {
                return seen(transaction, caller, id);
            }
            requireLinkable(transaction, caller, group.kind(), List.of(named));
            CaseLinks bound = links.apply(transaction);
            CaseGroup held = bound.lock(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
            if (held.members().size() == CaseGroup.MOST) {
                throw ProblemException.of(ProblemCode.CONFLICT);
            }
            bound.add(id, held.kind(), named.member());
            return seen(transaction, caller, id);
        });
    }

    /** Takes a case out, at once. What was offered before goes its own way. */
    public void leave(Caller caller, UUID id, CaseId caseId) {
        database.<Boolean, RuntimeException>commit(transaction -> {
            Cases bound = cases.apply(transaction);
            controlled(bound, caller, caseId);
            bound.lockToChange(caseId);
            controlled(bound, caller, caseId);
            CaseLinks linked = links.apply(transaction);
            if (linked.find(id).flatMap(group -> group.member(caseId)).isEmpty()) {
                throw ProblemException.of(ProblemCode.NOT_FOUND);
            }
            linked.leave(caseId, id);
            return true;
        });
    }

    /** @throws ProblemException {@code not-found} unless the caller's agency controls its cases */
    public Seen read(Caller caller, UUID id) {
        return database.commit(transaction -> seen(transaction, caller, id));
    }

    /** The groups that a case is in, at most one of each kind. */
    public List<Seen> of(Caller caller, CaseId caseId) {
        return database.commit(transaction -> {
            controlled(cases.apply(transaction), caller, caseId);
            return links.apply(transaction).of(caseId).stream()
                    .map(group -> seen(transaction, caller, group.id()))
                    .toList();
        });
    }

    /** Locks the cases, in the order of their ids. */
    private void requireLinkable(Transaction transaction, Caller caller, LinkKind kind, List<Named> named) {
        CaseLinks bound = links.apply(transaction);
        List<RefusedCase> refused = new ArrayList<>();
        List<Named> inOrder = named.stream()
                .sorted(Comparator.comparing(one -> one.member().caseId().toString()))
                .toList();
        for (Named one : inOrder) {
            CaseId caseId = one.member().caseId();
            Page page = book.open(transaction, caseId, controlledBy(caller));
            if (!agreed(page)) {
                refused.add(new RefusedCase(one.pointer(), ProblemCode.TOGETHER_REFUSED.code(), List.of()));
            }
            if (bound.of(caseId).stream().anyMatch(group -> group.kind() == kind)) {
                throw ProblemException.of(ProblemCode.CONFLICT);
            }
        }
        if (!refused.isEmpty()) {
            throw ProblemException.refusedTogether(ProblemCode.TOGETHER_REFUSED, refused);
        }
    }

    private Seen seen(Transaction transaction, Caller caller, UUID id) {
        CaseGroup group =
                links.apply(transaction).find(id).orElseThrow(() -> ProblemException.of(ProblemCode.NOT_FOUND));
        return new Seen(
                group,
                group.members().stream()
                        .map(member -> book.read(transaction, member.caseId(), controlledBy(caller)))
                        .filter(GroupDesk::agreed)
                        .map(page -> page.file().id())
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** By a consent under the notice for it; or child protection speaks for the child, as its guardian has a conflict. */
    private static boolean agreed(Page page) {
        return !TogetherNotice.live(page.history(), page.now()).isEmpty()
                || page.file()
                        .guardianFinding()
                        .filter(found -> found.finding() == ConflictFinding.CONFLICT)
                        .isPresent();
    }

    private static Predicate<CaseFile> controlledBy(Caller caller) {
        return file -> file.controller().equals(caller.agency());
    }

    private static void controlled(Cases bound, Caller caller, CaseId caseId) {
        if (bound.find(caseId).filter(controlledBy(caller)).isEmpty()) {
            throw ProblemException.of(ProblemCode.NOT_FOUND);
        }
    }
}
