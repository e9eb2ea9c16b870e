package org.paivand.holding;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paivand.consent.ConsentBook;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Party;
import org.paivand.disclosure.consent.ConsentHistory;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.WithdrawalNoticed;
import org.paivand.journal.Journal;
import org.paivand.notification.NotificationKind;
import org.paivand.notification.Notifications;
import org.paivand.registry.agency.Agency;
import org.paivand.registry.directory.Directories;

/**
 * Asks each holder to stop using what has lost its ground, in the transaction of the change that took it away, and under the case's
 * lock: no release can be between the two. Nothing here touches a referral: help goes on.
 */
public final class StopUse implements ConsentBook.Follower {
    /** So that an entry stays within what an opening may hold; who got more has more than one notice. */
    private static final int MOST_DISCLOSURES = 1_000;

    private final Function<Transaction, Holdings> holdings;
    private final Function<Transaction, Notices> notices;
    private final Function<Transaction, Notifications> notifications;
    private final Directories directories;
    private final Journal journal;
    private final Duration answerWithin;

    public StopUse(
            Function<Transaction, Holdings> holdings,
            Function<Transaction, Notices> notices,
            Function<Transaction, Notifications> notifications,
            Directories directories,
            Journal journal,
            Duration answerWithin) {
        this.holdings = holdings;
        this.notices = notices;
        this.notifications = notifications;
        this.directories = directories;
        this.journal = journal;
        this.answerWithin = answerWithin;
    }

    @Override
    public void follow(Transaction transaction, ConsentBook.Change change) throws SQLException {
        AgencyId controller = change.before().file().controller();
        List<Holding> held =
                holdings.apply(transaction).ofCase(change.before().file().id());
        Ground after = ground(change.after(), change);
        lift(transaction, held, after, change);
        SortedMap<AgencyId, List<Holding>> lost =
                Ground.lost(held, ground(change.before().history(), change), after).stream()
                        .filter(holding -> !holding.holder().equals(controller))
                        .collect(Collectors.groupingBy(Holding::holder, TreeMap::new, Collectors.toList()));
        for (Map.Entry<AgencyId, List<Holding>> holder : lost.entrySet()) {
            for (List<Holding> some : parcels(holder.getValue())) {
                ask(transaction, change, holder.getKey(), some);
            }
        }
    }

    private Ground ground(ConsentHistory history, ConsentBook.Change change) {
        return new Ground(history.stateAt(change.event().at()), this::party);
    }

    private void ask(Transaction transaction, ConsentBook.Change change, AgencyId holder, List<Holding> parts)
            throws SQLException {
        EventHead cause = change.entry().head();
        EventHead head = new EventHead(
                UUID.randomUUID(), cause.exchangeId(), cause.occurredAt(), cause.caseAlias(), cause.discloser());
        StopUseNotice notice = new StopUseNotice(
                head.eventId(),
                change.before().file().id(),
                holder,
                change.event().consentId(),
                head.occurredAt(),
                head.occurredAt().plus(answerWithin),
                parts.stream().map(StopUse::part).collect(Collectors.toSet()),
                Optional.empty(),
                false);
        journal.write(
                transaction,
                new WithdrawalNoticed(
                        head,
                        new Counterpart(holder, party(holder).jurisdiction(), Optional.empty(), Optional.empty()),
                        notice.consentId(),
                        parts.stream().map(Holding::disclosure).collect(Collectors.toSet()),
                        notice.answerBy()),
                head.discloser().user(),
                Optional.empty(),
                Optional.of(notice.caseId()));
        notices.apply(transaction).add(notice);
        notifications.apply(transaction).add(holder, NotificationKind.STOP_USE_ASKED, notice.id(), head.occurredAt());
    }

    /** Where all that a notice asks about stands again, it asks nothing any more. */
    private void lift(Transaction transaction, List<Holding> held, Ground after, ConsentBook.Change change)
            throws SQLException {
        Set<StopUseNotice.Part> carried =
                held.stream().filter(after::carries).map(StopUse::part).collect(Collectors.toSet());
        Instant at = change.event().at();
        Notices bound = notices.apply(transaction);
        Set<UUID> lifted = bound.open(change.before().file().id()).stream()
                .filter(notice -> carried.containsAll(notice.parts()))
                .map(StopUseNotice::id)
                .collect(Collectors.toSet());
        bound.lifted(lifted, at);
    }

    private static List<List<Holding>> parcels(List<Holding> lost) {
        Map<UUID, List<Holding>> byDisclosure =
                lost.stream().collect(Collectors.groupingBy(Holding::disclosure, TreeMap::new, Collectors.toList()));
        List<List<Holding>> parcels = new ArrayList<>();
        int disclosures = 0;
        for (List<Holding> together : byDisclosure.values()) {
            if (disclosures++ % MOST_DISCLOSURES == 0) {
                parcels.add(new ArrayList<>());
            }
            parcels.get(parcels.size() - 1).addAll(together);
        }
        return parcels;
    }

    private static StopUseNotice.Part part(Holding holding) {
        return new StopUseNotice.Part(
                holding.disclosure(), holding.reference(), holding.category(), holding.at(), holding.onward());
    }

    private Party party(AgencyId agency) {
        return directories
                .current()
                .agency(agency)
                .map(Agency::party)
                .orElseThrow(() -> new IllegalStateException("an agency left the registry"));
    }
}
