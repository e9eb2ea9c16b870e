package org.paivand.export.fhir;

import java.util.ArrayList;
import java.util.List;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.event.AuditorAccess;
import org.paivand.disclosure.event.BestInterestsDecided;
import org.paivand.disclosure.event.Complained;
import org.paivand.disclosure.event.ComplaintAnswered;
import org.paivand.disclosure.event.ConsentChange;
import org.paivand.disclosure.event.ConsentChanged;
import org.paivand.disclosure.event.CourtOrderRecorded;
import org.paivand.disclosure.event.Denial;
import org.paivand.disclosure.event.DisclosedOutOfBand;
import org.paivand.disclosure.event.Disclosure;
import org.paivand.disclosure.event.DisclosureEvent;
import org.paivand.disclosure.event.ErasureCertified;
import org.paivand.disclosure.event.Export;
import org.paivand.disclosure.event.GuardianFound;
import org.paivand.disclosure.event.HandedOver;
import org.paivand.disclosure.event.LogChanged;
import org.paivand.disclosure.event.PeerMessageReceived;
import org.paivand.disclosure.event.PersonAccess;
import org.paivand.disclosure.event.PolicyChanged;
import org.paivand.disclosure.event.Receipt;
import org.paivand.disclosure.event.RegistryChanged;
import org.paivand.disclosure.event.Reviewed;
import org.paivand.disclosure.event.StatusAct;
import org.paivand.disclosure.event.StatusDecided;
import org.paivand.disclosure.event.StatutoryNotified;
import org.paivand.disclosure.event.SubmissionAction;
import org.paivand.disclosure.event.SubmissionHandled;
import org.paivand.disclosure.event.WithdrawalAnswered;
import org.paivand.disclosure.event.WithdrawalNoticed;

/**
 * What kind of event it is in AuditEvent's terms: type by DICOM's audit events, subtypes by ISO 21089's record lifecycle and by
 * our own lists, action as CRUDE.
 */
record Kind(Coding type, List<Coding> subtypes, String action) {
    static final DisclosureEvent.Cases<Kind> OF = new OfEvent();

    Kind {
        subtypes = List.copyOf(subtypes);
    }

    private static final class OfEvent implements DisclosureEvent.Cases<Kind> {
        @Override
        public Kind disclosure(Disclosure event) {
            List<Coding> subtypes = new ArrayList<>(List.of(Coding.lifecycle("disclose"), ours(event)));
            if (event.breakGlass().isPresent()) {
                subtypes.add(Coding.EMERGENCY_OVERRIDE);
            }
            return new Kind(Coding.EXPORT, subtypes, "R");
        }

        @Override
        public Kind denial(Denial event) {
            boolean byConsent = event.decision().isPresent();
            Coding how = byConsent ? Coding.AUTHORISED_BY_CONSENT : Coding.AUTHORISED_BY_ROLE;
            return new Kind(Coding.SECURITY_ALERT, List.of(how), "E");
        }

        @Override
        public Kind consent(ConsentChanged event) {
            ConsentChange change = event.change();
            String lifecycle = switch (change) {
                case GIVEN, REFUSED -> "originate";
                case SUPERSEDED, NARROWED -> "amend";
                case WITHDRAWN, INVALIDATED -> "deprecate";
                case DISPUTED -> "hold";
                case RECONFIRMED -> "unhold";
                case RESTORED -> "reactivate";
                case CONFIRMED -> "verify";
            };
            return kind(
                    Coding.PATIENT_RECORD,
                    lifecycle.equals("originate") ? "C" : "U",
                    event,
                    Coding.lifecycle(lifecycle),
                    Coding.ours(Sid.CONSENT_CHANGES, change));
        }

        @Override
        public Kind auditorAccess(AuditorAccess event) {
            Coding action = Coding.ours(Sid.AUDITOR_ACTIONS, event.action());
            return kind(Coding.AUDIT_LOG_USED, "R", event, Coding.lifecycle("access"), action);
        }

        @Override
        public Kind export(Export event) {
            return kind(Coding.AUDIT_LOG_USED, "R", event, Coding.lifecycle("extract"));
        }

        @Override
        public Kind registry(RegistryChanged event) {
            return configured(event, Coding.ours(Sid.REGISTRY_CHANGES, event.change()));
        }

        @Override
        public Kind policy(PolicyChanged event) {
            return kind(Coding.SECURITY_ALERT, "U", event, Coding.SECURITY_CONFIGURATION);
        }

        @Override
        public Kind receipt(Receipt event) {
            return kind(Coding.PATIENT_RECORD, "C", event, Coding.lifecycle("receive"));
        }

        @Override
        public Kind guardian(GuardianFound event) {
            return attested(event, Coding.ours(Sid.CONFLICT_FINDINGS, event.finding()));
        }

        @Override
        public Kind bestInterests(BestInterestsDecided event) {
            return kind(Coding.PATIENT_RECORD, "C", event, Coding.lifecycle("originate"));
        }

        @Override
        public Kind review(Reviewed event) {
            return attested(event, Coding.ours(Sid.REVIEW_FINDINGS, event.finding()));
        }

        @Override
        public Kind erasure(ErasureCertified event) {
            return kind(Coding.lifecycle("destroy"), "D", event);
        }

        @Override
        public Kind log(LogChanged event) {
            Coding reason = Coding.ours(Sid.LOG_SUCCESSIONS, event.reason());
            return kind(Coding.APPLICATION_ACTIVITY, "E", event, reason);
        }

        @Override
        public Kind withdrawalNotice(WithdrawalNoticed event) {
            return kind(Coding.PATIENT_RECORD, "U", event, Coding.lifecycle("hold"));
        }

        @Override
        public Kind withdrawalAnswer(WithdrawalAnswered event) {
            return event.answer()
                    .fold(
                            erased -> kind(Coding.PATIENT_RECORD, "D", event, Coding.lifecycle("destroy")),
                            retained -> kind(Coding.PATIENT_RECORD, "U", event, Coding.lifecycle("attest")));
        }

        @Override
        public Kind handOver(HandedOver event) {
            return kind(Coding.PATIENT_RECORD, "U", event, Coding.lifecycle("transmit"));
        }

        @Override
        public Kind courtOrder(CourtOrderRecorded event) {
            return kind(Coding.PATIENT_RECORD, "C", event, Coding.lifecycle("originate"));
        }

        @Override
        public Kind personAccess(PersonAccess event) {
            return kind(Coding.PATIENT_RECORD, "R", event, Coding.ours(Sid.PERSON_ACTIONS, event.action()));
        }

        @Override
        public Kind complaint(Complained event) {
            return kind(Coding.PATIENT_RECORD, "C", event, Coding.ours(Sid.COMPLAINT_TOPICS, event.topic()));
        }

        @Override
        public Kind complaintAnswer(ComplaintAnswered event) {
            return attested(event, Coding.ours(Sid.COMPLAINT_OUTCOMES, event.outcome()));
        }

        @Override
        public Kind statusDecision(StatusDecided event) {
            return event.act() == StatusAct.READ
                    ? kind(Coding.PATIENT_RECORD, "R", event, Coding.lifecycle("access"))
                    : kind(
                            Coding.PATIENT_RECORD,
                            event.version() == 1 ? "C" : "U",
                            event,
                            Coding.lifecycle("originate"));
        }

        @Override
        public Kind submission(SubmissionHandled event) {
            String action = event.action() == SubmissionAction.READ ? "R" : "U";
            return kind(Coding.PATIENT_RECORD, action, event, Coding.ours(Sid.SUBMISSION_ACTIONS, event.action()));
        }

        @Override
        public Kind statutoryNotification(StatutoryNotified event) {
            return kind(Coding.PATIENT_RECORD, "C", event, Coding.lifecycle("transmit"));
        }

        @Override
        public Kind peerMessage(PeerMessageReceived event) {
            return kind(Coding.PATIENT_RECORD, "C", event, Coding.lifecycle("receive"));
        }

        /** No export of the node's: it only heard of it. */
        @Override
        public Kind outOfBand(DisclosedOutOfBand event) {
            return kind(Coding.PATIENT_RECORD, "C", event, Coding.lifecycle("disclose"));
        }

        private static Kind configured(DisclosureEvent event, Coding change) {
            return kind(Coding.SECURITY_ALERT, "U", event, Coding.SECURITY_CONFIGURATION, change);
        }

        private static Kind attested(DisclosureEvent event, Coding finding) {
            return kind(Coding.PATIENT_RECORD, "U", event, Coding.lifecycle("attest"), finding);
        }

        private static Kind kind(Coding type, String action, DisclosureEvent event, Coding... more) {
            List<Coding> subtypes = new ArrayList<>(List.of(ours(event)));
            subtypes.addAll(List.of(more));
            return new Kind(type, subtypes, action);
        }

        private static Coding ours(DisclosureEvent event) {
            Coded type = event.type();
            return Coding.ours(Sid.EVENT_TYPES, type);
        }
    }
}
