package org.paivand.release;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.paivand.audit.log.Entry;
import org.paivand.caller.Caller;
import org.paivand.caller.Role;
import org.paivand.casefile.CaseContents;
import org.paivand.casefile.key.CaseKeyException;
import org.paivand.casefile.key.KeyUse;
import org.paivand.casefile.section.Releasable;
import org.paivand.database.Times;
import org.paivand.database.Transaction;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.decision.CategoryDecision.Permit;
import org.paivand.disclosure.decision.Obligations;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.decision.StandaloneBasis.BreakGlass;
import org.paivand.disclosure.event.Actor;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.EmergencyNote;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.PayloadDigest;
import org.paivand.disclosure.event.Released;
import org.paivand.disclosure.event.Terms;
import org.paivand.disclosure.event.Withheld;
import org.paivand.holding.Holding;
import org.paivand.holding.Holdings;
import org.paivand.journal.Actors;
import org.paivand.journal.Journal;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.WithheldCategory;
import org.paivand.registry.directory.Directories;

/** What happens inside the transaction once it is decided: open what is permitted, digest it, write the entry. */
public final class Disclosing {
    private static final int SALT_BYTES = 32;
    /** What belongs to referrals, and is no section. */
    private static final Set<Category> BESIDE = Set.of(Category.MESSAGE, Category.FEEDBACK);

    private static final Role[] OTHERWISE = {Role.PROVIDER, Role.REFERRER, Role.CHILD_PROTECTION};
    private static final Role[] IN_EMERGENCIES = {
        Role.EMERGENCY_OFFICER, Role.PROVIDER, Role.REFERRER, Role.CHILD_PROTECTION
    };

    private final Directories directories;
    private final CaseContents contents;
    private final Function<Transaction, Holdings> holdings;
    private final Journal journal;
    private final SecureRandom random;

    public Disclosing(
            Directories directories,
            CaseContents contents,
            Function<Transaction, Holdings> holdings,
            Journal journal,
            SecureRandom random) {
        this.directories = directories;
        this.contents = contents;
        this.holdings = holdings;
        this.journal = journal;
        this.random = random;
    }

    Releases.Outcome<LoggedDisclosure> disclose(
            Transaction transaction,
            CaseRecords records,
            Caller caller,
            UUID exchange,
            Matter matter,
            Deliberated deliberated,
            Instant now)
            throws CaseKeyException, SQLException {
        ReleasedSections sections = new ReleasedSections();
        List<Released> released = new ArrayList<>();
        List<Withheld> withheld = new ArrayList<>(Withheld.of(deliberated.decision()));
        Map<Category, Permit> permits = new EnumMap<>(Category.class);
        Map<Category, Set<Mask>> masked = new EnumMap<>(Category.class);
        for (Map.Entry<Category, Permit> permitted :
                deliberated.decision().permitted().entrySet()) {
            Category category = permitted.getKey();
            KeyUse.ForRelease use = new KeyUse.ForRelease(deliberated.decision(), category);
            Optional<Releasable> part = BESIDE.contains(category)
                    ? matter.beside(transaction, contents, deliberated.file(), use)
                    : section(transaction, records, deliberated, use);
            Set<Mask> masks = permitted.getValue().masks();
            Set<String> paths = part.isEmpty() ? Set.of() : sections.add(part.get(), masks);
            if (paths.isEmpty()) {
                withheld.add(new Withheld(category, ReasonCode.NOT_HELD));
            } else {
                permits.put(category, permitted.getValue());
                if (!masks.isEmpty()) {
                    masked.put(category, masks);
                }
                Permit permit = permitted.getValue();
                released.add(new Released(category, permit.basis(), paths, permit.agreement()));
            }
        }
        if (released.isEmpty()) {
            return refuse(transaction, caller, exchange, deliberated, refusal(withheld), withheld, now);
        }
        matter.released(transaction, now);
        Obligations obligations = permits.values().stream()
                .map(Permit::obligations)
                .reduce(Obligations::and)
                .orElseThrow();
        byte[] body = sections.bytes();
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        EventHead head = head(caller, exchange, deliberated, now);
        DisclosureEvent event = new Disclosure(
                head,
                counterpart(deliberated),
                deliberated.ask().purpose(),
                released,
                withheld,
                deliberated.reference(),
                new PayloadDigest("application/json", body.length, salted(salt, body)),
                Terms.of(obligations),
                deliberated.ask().emergency().map(glass -> note(glass, deliberated, now)),
                deliberated.ask().emergency().flatMap(glass -> authoriser(glass, caller)));
        Entry entry = journal.write(
                transaction,
                event,
                caller.user(),
                Optional.of(deliberated.input()),
                Optional.of(deliberated.file().id()));
        UUID releaseId = UUID.randomUUID();
        boolean tellsMore = !matter.goesBack() && beyondServiceRequest(deliberated, released);
        keepSalt(transaction, deliberated, head.eventId(), tellsMore, salt, now);
        holdings.apply(transaction).add(handed(deliberated, head, permits));
        return () -> new LoggedDisclosure(releaseId, head.eventId(), entry, now, body, masked, withheld, obligations);
    }

    private Optional<Releasable> section(
            Transaction transaction, CaseRecords records, Deliberated deliberated, KeyUse.ForRelease use)
            throws CaseKeyException, SQLException {
        return mayPass(transaction, deliberated, use.category())
                ? contents.section(records.cases(), deliberated.file(), use)
                        .flatMap(section -> ReleasedSections.form(section, deliberated))
                : Optional.empty();
    }

    /** Nobody passes on what they don't hold, or hold for themselves alone; a controller discloses what the case has. */
    boolean mayPass(Transaction transaction, Deliberated deliberated, Category category) throws SQLException {
        AgencyId discloser = deliberated.ask().discloser(deliberated.file());
        return discloser.equals(deliberated.file().controller())
                || holdings.apply(transaction).ofCase(deliberated.file().id()).stream()
                        .anyMatch(held ->
                                held.holder().equals(discloser) && held.category() == category && held.onward());
    }

    private static EmergencyNote note(BreakGlass glass, Deliberated deliberated, Instant now) {
        int hours = deliberated.policy().policy().breakGlass().reviewHours();
        return new EmergencyNote(glass.reason(), now.plus(Duration.ofHours(hours)));
    }

    /** The second person, where there had to be one; the officer, where the recipient's worker comes for it. */
    private static Optional<String> authoriser(BreakGlass glass, Caller caller) {
        return glass.secondPerson().or(() -> Optional.of(glass.officer())).filter(who -> !who.equals(caller.user()));
    }

    /** One person alone is told what is missing; any other refusal is a release's. */
    private static ProblemCode refusal(List<Withheld> withheld) {
        return withheld.stream().anyMatch(part -> part.reason() == ReasonCode.BREAK_GLASS_NEEDS_SECOND_PERSON)
                ? ProblemCode.SECOND_PERSON_REQUIRED
                : ProblemCode.RELEASE_REFUSED;
    }

    /** Logs that the decision lets nothing out, and says so to the caller after the commit. */
    <T> Releases.Outcome<T> refuse(
            Transaction transaction,
            Caller caller,
            UUID exchange,
            Deliberated deliberated,
            ProblemCode code,
            List<Withheld> withheld,
            Instant now) {
        DisclosureEvent event = new Denial(
                head(caller, exchange, deliberated, now),
                Optional.of(counterpart(deliberated)),
                Optional.of(deliberated.ask().purpose()),
                code.code(),
                withheld,
                Optional.of(deliberated.reference()));
        journal.write(
                transaction,
                event,
                caller.user(),
                Optional.of(deliberated.input()),
                Optional.of(deliberated.file().id()));
        List<WithheldCategory> shown = withheld.stream()
                .map(part -> new WithheldCategory(
                        part.category().code(), shown(code, part.reason()).code(), part.agreement()))
                .toList();
        return () -> {
            throw ProblemException.withheld(code, shown);
        };
    }

    /** Logs that nothing goes this way, whatever would be decided: a referral is over, or no emergency carries what consent would. */
    <T> Releases.Outcome<T> closed(
            Transaction transaction,
            Caller caller,
            UUID exchange,
            Deliberated deliberated,
            ProblemCode code,
            Instant now) {
        DisclosureEvent event = new Denial(
                head(caller, exchange, deliberated, now),
                Optional.of(counterpart(deliberated)),
                Optional.of(deliberated.ask().purpose()),
                code.code(),
                List.of(),
                Optional.empty());
        journal.write(
                transaction,
                event,
                caller.user(),
                Optional.empty(),
                Optional.of(deliberated.file().id()));
        return () -> {
            throw ProblemException.of(code);
        };
    }

    /** Logs a refusal for which there was nothing to decide: the asker is all that is known. */
    void deny(Transaction transaction, Caller caller, UUID exchange, ProblemCode code, Instant now) {
        DisclosureEvent event = new Denial(
                Actors.head(exchange, now, Optional.empty(), Actors.actor(caller, Role.values())),
                Optional.empty(),
                Optional.empty(),
                code.code(),
                List.of(),
                Optional.empty());
        journal.write(transaction, event, caller.user(), Optional.empty(), Optional.empty());
    }

    /** The controller is told why an offer was refused; a recipient why it gets nothing. */
    private static ReasonCode shown(ProblemCode code, ReasonCode reason) {
        return code == ProblemCode.OFFER_REFUSED ? reason : reason.shownToRecipient();
    }

    private EventHead head(Caller caller, UUID exchange, Deliberated deliberated, Instant now) {
        Role[] allowing = deliberated.ask().emergency().isPresent() ? IN_EMERGENCIES : OTHERWISE;
        Actor discloser = Actors.onBehalfOf(deliberated.ask().discloser(deliberated.file()), caller, allowing);
        return Actors.head(exchange, now, Optional.of(deliberated.caseAlias()), discloser);
    }

    private Counterpart counterpart(Deliberated deliberated) {
        var recipient = directories
                .current()
                .agency(deliberated.ask().recipient())
                .orElseThrow(() -> new IllegalStateException("an agency left the registry"));
        return new Counterpart(
                recipient.id(),
                recipient.jurisdiction(),
                Optional.empty(),
                deliberated.ask().worker().map(named -> named.worker()));
    }

    /** What the recipient has from now on, each category with the ground and the limits of its own permit. */
    private static List<Holding> handed(Deliberated deliberated, EventHead head, Map<Category, Permit> permits) {
        Ask ask = deliberated.ask();
        List<Holding> handed = new ArrayList<>();
        permits.forEach((category, permit) -> handed.add(new Holding(
                head.eventId(),
                category,
                deliberated.file().id(),
                ask.recipient(),
                head.discloser().agency(),
                ask.way().action(),
                ask.reference(),
                ask.purpose(),
                permit.basis().fold(consent -> Optional.of(consent.grantId()), standalone -> Optional.empty()),
                permit.obligations().onward(),
                head.occurredAt(),
                permit.obligations().retainUntil())));
        return handed;
    }

    private void keepSalt(
            Transaction transaction, Deliberated deliberated, UUID eventId, boolean tellsMore, byte[] salt, Instant now)
            throws CaseKeyException, SQLException {
        try (PreparedStatement insert = transaction
                .connection()
                .prepareStatement("INSERT INTO disclosed"
                        + " (event_id, referral_id, emergency_id, at, beyond_stage_one, sealed_salt)"
                        + " VALUES (?, ?, ?, ?, ?, ?)")) {
            String reference = deliberated.ask().reference().toString();
            boolean emergency = deliberated.ask().emergency().isPresent();
            insert.setString(1, eventId.toString());
            insert.setString(2, emergency ? null : reference);
            insert.setString(3, emergency ? reference : null);
            insert.setObject(4, Times.column(now));
            insert.setBoolean(5, tellsMore);
            insert.setBytes(6, contents.sealSalt(deliberated.file().id(), eventId, salt));
            insert.executeUpdate();
        }
    }

    private static boolean beyondServiceRequest(Deliberated deliberated, List<Released> released) {
        return released.stream()
                .anyMatch(part ->
                        deliberated.policy().policy().stage(part.category()).beyondServiceRequest());
    }

    private static Sha256 salted(byte[] salt, byte[] body) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(salt);
            return new Sha256(HexFormat.of().formatHex(digest.digest(body)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
