package org.paivand.export;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.WorkerId;
import org.paivand.disclosure.decision.Basis;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.BestInterestsDecided;
import org.paivand.disclosure.event.Complained;
import org.paivand.disclosure.event.ComplaintAnswered;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.disclosure.event.Counterpart;
import org.paivand.disclosure.event.CourtOrderRecorded;
import org.paivand.disclosure.event.DecisionReference;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.Erasure;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.EventHead;
import org.paivand.disclosure.event.Export;
import org.paivand.disclosure.event.GuardianFound;
import org.paivand.disclosure.event.HandedOver;
import org.paivand.disclosure.event.HolderAnswer;
import org.paivand.disclosure.event.LogChanged;
import org.paivand.disclosure.event.PeerMessageReceived;
import org.paivand.disclosure.event.PersonAccess;
import org.paivand.disclosure.event.PolicyChanged;
import org.paivand.disclosure.event.Receipt;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.disclosure.event.Released;
import org.paivand.disclosure.event.Reviewed;
import org.paivand.disclosure.event.StatusDecided;
import org.paivand.disclosure.event.StatutoryNotified;
import org.paivand.disclosure.event.SubmissionHandled;
import org.paivand.disclosure.event.WithdrawalAnswered;
import org.paivand.disclosure.event.WithdrawalNoticed;

/** An entry as a row of texts. Several values in a cell are apart by a space; none of them holds one. */
final class Cells implements DisclosureEvent.Cases<Map<Column, String>> {
    private final Map<Column, String> cells = new EnumMap<>(Column.class);

    private Cells() {}

    /** Only the cells that hold something, in the order of their columns. */
    static Map<Column, String> of(ExportedEntry entry) {
        Cells row = new Cells();
        row.put(Column.LOG, entry.log());
        row.put(Column.INDEX, Long.toString(entry.index()));
        row.head(entry.event());
        return Collections.unmodifiableMap(entry.event().fold(row));
    }

    /** What is left of one that was shredded. */
    static Map<Column, String> of(ShreddedEntry entry) {
        Cells row = new Cells();
        row.put(Column.LOG, entry.log());
        row.put(Column.INDEX, Long.toString(entry.index()));
        row.put(Column.OCCURRED_AT, entry.occurredAt().toString());
        row.put(Column.TYPE, entry.type());
        row.put(Column.OUTCOME, String.join(" ", entry.outcomes()));
        row.put(Column.AGENCY, entry.agency());
        row.put(Column.USER, entry.user());
        row.put(Column.RECIPIENT_AGENCY, entry.recipient());
        row.put(Column.PURPOSE, entry.purpose());
        row.put(Column.RELEASED, String.join(" ", entry.released()));
        row.put(Column.WITHHELD, String.join(" ", entry.withheld()));
        row.put(Column.EVENT_ID, entry.eventId().toString());
        row.put(Column.SHREDDED_BY, entry.certifiedIn() + " " + entry.certificate());
        return Collections.unmodifiableMap(row.cells);
    }

    private void head(DisclosureEvent event) {
        EventHead head = event.head();
        put(Column.OCCURRED_AT, head.occurredAt().toString());
        put(Column.TYPE, event.type().code());
        put(Column.CASE_ALIAS, head.caseAlias());
        put(Column.AGENCY, head.discloser().agency().value());
        put(Column.USER, head.discloser().user());
        put(Column.ROLE, head.discloser().role());
        put(Column.CLIENT, head.discloser().client());
        put(Column.EVENT_ID, head.eventId().toString());
        put(Column.EXCHANGE_ID, head.exchangeId().toString());
        put(Column.TOKEN_ID, head.discloser().tokenId());
        event.recipient().ifPresent(this::recipient);
        put(Column.PURPOSE, event.purpose().map(Coded::code));
        put(Column.RELEASED, joined(event.released(), part -> part.category().code()));
        put(
                Column.WITHHELD,
                joined(
                        event.withheld(),
                        part -> part.category().code() + ":" + part.reason().code()));
        put(Column.BASIS, joined(event.released(), Cells::basis));
        put(Column.RELEASED_PATHS, joined(event.released(), part -> String.join(" ", part.paths())));
    }

    private void recipient(Counterpart to) {
        put(Column.RECIPIENT_AGENCY, to.agency().value());
        put(Column.RECIPIENT_JURISDICTION, to.jurisdiction().code());
        put(Column.RECIPIENT_NODE, to.node());
        put(Column.RECIPIENT_WORKER, to.worker().map(WorkerId::value));
    }

    private static String basis(Released part) {
        return part.category().code() + ":" + basis(part.basis());
    }

    private static String basis(Basis basis) {
        return basis.type().code() + ":"
                + basis.fold(
                        consent -> consent.consentId() + ":" + consent.version() + ":" + consent.grantId(),
                        standalone -> standalone.reference().toString());
    }

    @Override
    public Map<Column, String> disclosure(Disclosure event) {
        put(Column.OUTCOME, "released");
        put(Column.AUTHORISER, event.authoriser());
        put(Column.HANDLING, event.terms().handling().code());
        put(Column.ONWARD, Boolean.toString(event.terms().onward()));
        put(Column.RETAIN_UNTIL, event.terms().retainUntil().toString());
        event.breakGlass().ifPresent(note -> {
            put(Column.BREAK_GLASS_REASON, note.reason().code());
            put(Column.REVIEW_DUE, note.reviewDue().toString());
        });
        put(Column.PAYLOAD_BYTES, Long.toString(event.payload().sizeBytes()));
        put(Column.PAYLOAD_SALTED_SHA256, event.payload().saltedSha256().hex());
        decision(event.decision());
        return cells;
    }

    @Override
    public Map<Column, String> denial(Denial event) {
        put(Column.OUTCOME, "denied");
        put(Column.CODE, event.code());
        event.decision().ifPresent(this::decision);
        return cells;
    }

    private void decision(DecisionReference decision) {
        put(Column.DECISION_ID, decision.id().toString());
        put(Column.POLICY_VERSION, decision.policyVersion());
        put(Column.POLICY_SHA256, decision.policySha256().hex());
        put(Column.INPUT_SHA256, decision.inputSha256().hex());
    }

    @Override
    public Map<Column, String> consent(ConsentChanged event) {
        put(Column.CODE, event.change().code());
        return put(
                Column.SUBJECT,
                event.consentId() + ":" + event.version()
                        + event.grantIds().stream().map(grant -> " " + grant).collect(Collectors.joining()));
    }

    @Override
    public Map<Column, String> auditorAccess(AuditorAccess event) {
        put(Column.CODE, event.action().code());
        put(Column.DOCUMENT_SHA256, event.querySha256().hex());
        return put(Column.SUBJECT, Integer.toString(event.entries()));
    }

    @Override
    public Map<Column, String> export(Export event) {
        return put(Column.SUBJECT, event.firstIndex() + ":" + event.endIndex() + " " + event.treeSize());
    }

    @Override
    public Map<Column, String> registry(RegistryChanged event) {
        put(Column.CODE, event.change().code());
        put(Column.DOCUMENT_SHA256, event.documentSha256().hex());
        return put(Column.SUBJECT, event.subject());
    }

    @Override
    public Map<Column, String> policy(PolicyChanged event) {
        put(Column.POLICY_VERSION, event.policyVersion());
        put(Column.AUTHORISER, event.authoriser());
        return put(Column.POLICY_SHA256, event.policySha256().hex());
    }

    @Override
    public Map<Column, String> receipt(Receipt event) {
        put(Column.DOCUMENT_SHA256, event.receiptSha256().hex());
        return put(Column.SUBJECT, event.disclosure().toString());
    }

    @Override
    public Map<Column, String> guardian(GuardianFound event) {
        return put(Column.CODE, event.finding().code());
    }

    @Override
    public Map<Column, String> bestInterests(BestInterestsDecided event) {
        put(Column.RECIPIENT_AGENCY, event.of().value());
        put(Column.NOT_AFTER, event.notAfter().toString());
        return put(Column.SUBJECT, joined(event.categories(), Coded::code));
    }

    @Override
    public Map<Column, String> review(Reviewed event) {
        put(Column.CODE, event.finding().code());
        return put(Column.SUBJECT, event.disclosure().toString());
    }

    @Override
    public Map<Column, String> erasure(ErasureCertified event) {
        put(Column.AUTHORISER, event.authoriser());
        String what = event.erased().fold(ofCase -> "case", openings -> "openings");
        put(Column.CODE, what);
        String indexes = event.erased().fold(ofCase -> "", Cells::openings);
        return put(Column.SUBJECT, indexes);
    }

    private static String openings(Erasure.OfOpenings erased) {
        return erased.log() + " " + joined(erased.ranges(), range -> range.from() + ":" + range.to());
    }

    @Override
    public Map<Column, String> log(LogChanged event) {
        put(Column.CODE, event.reason().code());
        String previous = event.previous()
                .map(place -> " " + place.log() + " " + place.size() + " "
                        + place.root().hex())
                .orElse("");
        return put(Column.SUBJECT, event.key() + previous);
    }

    @Override
    public Map<Column, String> withdrawalNotice(WithdrawalNoticed event) {
        put(Column.NOT_AFTER, event.answerBy().toString());
        return put(Column.SUBJECT, event.consentId() + " " + joined(event.disclosures(), UUID::toString));
    }

    @Override
    public Map<Column, String> withdrawalAnswer(WithdrawalAnswered event) {
        put(Column.SUBJECT, event.notice().toString());
        return event.answer().fold(erased -> put(Column.CODE, "erased"), this::retained);
    }

    private Map<Column, String> retained(HolderAnswer.Retained answer) {
        put(Column.CODE, "retained");
        put(Column.BASIS, answer.basis().code());
        return put(Column.NOT_AFTER, answer.until().toString());
    }

    @Override
    public Map<Column, String> handOver(HandedOver event) {
        put(Column.BASIS, basis(event.basis()));
        return put(Column.SUBJECT, event.from().value() + " " + event.to().value());
    }

    @Override
    public Map<Column, String> courtOrder(CourtOrderRecorded event) {
        put(Column.RECIPIENT_AGENCY, event.of().value());
        put(Column.AUTHORISER, event.authoriser());
        put(Column.DOCUMENT_SHA256, event.documentSha256().hex());
        put(Column.NOT_AFTER, event.notAfter().toString());
        return put(Column.SUBJECT, joined(event.categories(), Coded::code));
    }

    @Override
    public Map<Column, String> personAccess(PersonAccess event) {
        return put(Column.CODE, event.action().code());
    }

    @Override
    public Map<Column, String> complaint(Complained event) {
        put(Column.RECIPIENT_AGENCY, event.about().value());
        put(Column.CODE, event.topic().code());
        return put(Column.SUBJECT, event.complaint().toString());
    }

    @Override
    public Map<Column, String> complaintAnswer(ComplaintAnswered event) {
        put(Column.CODE, event.outcome().code());
        return put(Column.SUBJECT, event.complaint().toString());
    }

    @Override
    public Map<Column, String> statusDecision(StatusDecided event) {
        put(Column.CODE, event.act().code());
        return put(Column.SUBJECT, Integer.toString(event.version()));
    }

    @Override
    public Map<Column, String> submission(SubmissionHandled event) {
        put(Column.CODE, event.action().code());
        put(Column.DOCUMENT_SHA256, event.permissionSha256().hex());
        return put(Column.SUBJECT, event.submission().toString());
    }

    @Override
    public Map<Column, String> statutoryNotification(StatutoryNotified event) {
        put(Column.CODE, event.trigger());
        return put(Column.SUBJECT, event.notification().toString());
    }

    @Override
    public Map<Column, String> peerMessage(PeerMessageReceived event) {
        put(Column.CODE, event.refused().orElse(event.messageType()));
        put(Column.DOCUMENT_SHA256, event.envelopeSha256().hex());
        return put(Column.SUBJECT, event.message().toString());
    }

    @Override
    public Map<Column, String> outOfBand(DisclosedOutOfBand event) {
        put(Column.CODE, event.channel().code());
        put(Column.RELEASED, joined(event.told(), Coded::code));
        event.decided().ifPresent(this::decision);
        return put(
                Column.SUBJECT,
                event.recordedBy().value() + " " + event.toldAt()
                        + event.outsider()
                                .map(kind -> " outsider:" + kind.code())
                                .orElse("")
                        + event.consentId()
                                .map(consent -> " consent:" + consent)
                                .orElse("")
                        + event.noConsent()
                                .map(reason -> " no-consent:" + reason.code())
                                .orElse("")
                        + event.corrects()
                                .map(earlier -> " corrects:" + earlier)
                                .orElse(""));
    }

    private static <T> String joined(Collection<T> values, Function<T, String> text) {
        return values.stream().map(text).collect(Collectors.joining(" "));
    }

    private Map<Column, String> put(Column column, Optional<?> value) {
        return put(column, value.map(Object::toString).orElse(""));
    }

    private Map<Column, String> put(Column column, String text) {
        if (!text.isEmpty()) {
            cells.put(column, text);
        }
        return cells;
    }
}
