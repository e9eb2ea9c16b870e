package org.paivand.suite;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.paivand.openapi.Example;
import org.paivand.openapi.Sent;

/** Makes what an example of the contract speaks of, and puts the real ids and a present time into it. */
final class Stage {
    /** When the contract's examples happen. */
    private static final Instant THEN = Instant.parse("2026-11-22T06:00:00Z");

    private static final Pattern DAY = Pattern.compile("20\\d\\d-\\d\\d-\\d\\d(T\\d\\d:\\d\\d:\\d\\dZ)?");
    private static final String FORM_BLOCK = "6e3c7a52-7a2d-4c69-8d0a-5b1f3e6a9e07";
    private static final String CASE = "0b7c9a52-7a2d-4c69-8d0a-5b1f3e6a9c21";
    private static final String GROUP = "2e7c9a52-7a2d-4c69-8d0a-5b1f3e6a9c31";
    private static final String GROUP_OFFER = "8d1f6a0e-91c4-4f0a-8a65-2f7a3c1de0a1";
    private static final String LINKED_CASE = "5f0c1f6e-4a44-4d0b-9a3e-0d6c2f1b7a10";
    private static final String LINK = "8e7c9a52-7a2d-4c69-8d0a-5b1f3e6a9c32";
    private static final String LINK_CODE = "481 205 993 017 264 850 329";
    private static final String CONSENT = "7d1f6a0e-91c4-4f0a-8a65-2f7a3c1de001";
    private static final String GRANT = "3a1c5b7e-2f43-4b7f-9d58-6c0e8b9f1001";
    private static final String REFERRAL = "c2a1f9de-6a1b-4e8e-b0a3-7a5f4d3c2b01";
    private static final String EVENT = "d4735e3a-265e-46ee-a03f-59718b9b5d03";
    private static final String NOTICE = "f7a1c0de-51b2-4e0f-8a9d-3c2b1a0f9e01";
    private static final String HAND_OVER = "9b1f0c44-5e0a-4b7e-8f8d-2c4b6a7e9d11";
    private static final String APPROVAL = "e3b0c442-98fc-4c14-9afb-f4c8996fb924";
    private static final String WEBHOOK = "6f1c0a52-7a2d-4c69-8d0a-5b1f3e6a9c77";
    private static final String MAIL_ADDRESS = "4b1c0a52-7a2d-4c69-8d0a-5b1f3e6a9c4d";
    private static final String MAIL_CODE = "7K3MP0QX";
    private static final String MAILBOX = "desk.two@shelter.example.org";
    private static final String WORKER = "3f1e0a9b8c7d6e5f";
    private static final String SUBMISSION = "4d0c7a52-7a2d-4c69-8d0a-5b1f3e6a9c91";
    private static final String COMPLAINT = "5f0c7a52-7a2d-4c69-8d0a-5b1f3e6a9c90";
    private static final String DIRECTORY = "08d37e76b8cd6f30c15435e85bfdb5a5a5d85da46704437e342ec0b1a8cef836";
    private static final String HSDS_ID = "5feceb66-ffc8-8f38-9952-786c6d696c71";
    private static final String HSDS_TAXONOMY = "5feceb66-ffc8-8f38-9952-786c6d696c75";
    private static final String HSDS_TERM = "5feceb66-ffc8-8f38-9952-786c6d696c76";
    private static final String HSDS_PARENT = "5feceb66-ffc8-8f38-9952-786c6d696c77";

    private static final String POLICY = "a948904f2f0f479b8f8197694b30184b0d2ed1c1cd2a1ec0fb85d299a192a447";
    private static final String EMERGENCY = "ab7c9a52-7a2d-4c69-8d0a-5b1f3e6a9c71";

    private final Example example;
    private final Sent sent;

    Stage(Example example) {
        this.example = example;
        this.sent = example.sent();
    }

    Call call() {
        return switch (example.operationId()) {
            case "openCase" -> with(Account.OFFICER, Map.of());
            case "linkCases", "readCaseGroup", "joinCaseGroup", "leaveCaseGroup", "listCaseGroups" -> group();
            case "offerGroup", "readGroupOffer" -> groupOffer();
            case "proposeJointLink", "listJointLinks", "enterLinkCode", "endJointLink" -> jointLink();
            case "recordContact", "summariseScreening" -> with(Account.OFFICER, Map.of());
            case "tellByLaw" ->
                with(
                        Account.OFFICER,
                        Map.of("2026-11", YearMonth.now(ZoneOffset.UTC).toString()));
            case "listStatutoryNotifications" -> with(Account.CHILD_PROTECTION, Map.of());
            case "listSubmissions" -> with(Submitting.HOTLINE, Map.of());
            case "readSubmission", "discardSubmission" ->
                with(Submitting.HOTLINE, Map.of(SUBMISSION, Submitting.submitted()));
            case "openCaseOfSubmission" -> {
                String id = Submitting.submitted();
                Submitting.read(Submitting.HOTLINE, id).is(200);
                yield with(Submitting.HOTLINE, Map.of(SUBMISSION, id));
            }
            case "issueFormBlock" -> with(Account.OFFICER, Map.of());
            case "printForms" -> with(Account.OFFICER, Map.of(FORM_BLOCK, Paper.block("consent")));
            case "recordOutOfBandDisclosure" -> with(Account.OFFICER, Map.of(CASE, Journey.filledCase()));
            case "listOutOfBandDisclosures" -> with(Account.OFFICER, Map.of(CASE, OutOfBand.recorded()));
            case "listCases" -> with(Account.OFFICER, Map.of());
            case "readCase", "recordConsent", "listConsents", "previewRelease" ->
                with(Account.OFFICER, Map.of(CASE, Journey.filledCase()));
            case "writeSection" -> section();
            case "writePlan" -> with(Account.OFFICER, Map.of(CASE, Journey.emptyCase()));
            case "readPlan" -> with(Account.OFFICER, Map.of(CASE, Planning.planned()));
            case "readReceipt", "issueReceipt", "revokeReceipts" ->
                with(Account.OFFICER, Map.of(CASE, Journey.filledCase()));
            case "listErasures" -> with(Account.OFFICER, Map.of());
            case "withdrawConsent", "invalidateConsent", "disputeConsent", "narrowConsent" -> onConsent("");
            case "restoreConsent" -> onConsent("withdrawals");
            case "reconfirmConsent" -> onConsent("dispute");
            case "listExpiries" -> with(Account.OFFICER, Map.of());
            case "proposeHandOver" -> handOver(Account.OFFICER, false);
            case "acceptHandOver", "declineHandOver", "listHandOvers" -> handOver(Account.PSYCHOSOCIAL, true);
            case "cancelHandOver" -> handOver(Account.OFFICER, true);
            case "proposeErasure" -> with(Account.OFFICER, Map.of(CASE, Journey.emptyCase()));
            case "confirmErasure", "rejectErasure" -> erasure();
            case "recordCourtOrder" -> with(Account.OFFICER, Map.of(CASE, Journey.emptyCase()));
            case "confirmCourtOrder", "rejectCourtOrder" -> courtOrder();
            case "breakGlass", "askToBreakGlass" -> {
                Emergencies.settle();
                yield with(Account.EMERGENCY_OFFICER, Map.of(CASE, Journey.filledCase()));
            }
            case "confirmEmergency" ->
                with(Account.SECOND_EMERGENCY_OFFICER, Map.of(EMERGENCY, Emergencies.asked(Journey.filledCase())));
            case "readEmergency", "pullInEmergency" ->
                with(Account.EMERGENCY_OFFICER, Map.of(EMERGENCY, Emergencies.broken()));
            case "readReasons", "judgeEmergency", "replayEmergency" ->
                with(Account.REVIEWER, Map.of(EMERGENCY, Emergencies.broken()));
            case "listReviews" -> with(Account.REVIEWER, Map.of());
            case "listAlerts", "listOverdueReviews" -> with(Account.AUDITOR, Map.of());
            case "listNotices", "listRetentions" -> with(Account.SHELTER, Map.of());
            case "listCaseNotices" -> with(Account.OFFICER, Map.of(CASE, Journey.filledCase()));
            case "answerNotice" -> notice();
            case "attestErasure" -> with(Account.SHELTER, Map.of(EVENT, known()));
            case "listCasesDue" -> with(Account.OFFICER, Map.of());
            case "listOverdue" -> with(Account.AUDITOR, Map.of());
            case "offerReferral" -> offer();
            case "createWebhook", "listWebhooks" -> with(Hooks.PROGRAM, Map.of());
            case "deleteWebhook", "listDeadLetters", "redeliver" -> with(Hooks.PROGRAM, Map.of(WEBHOOK, Hooks.made()));
            case "addMailAddress" ->
                with(Account.SHELTER, Map.of(MAILBOX, "desk-" + UUID.randomUUID() + "@example.org"));
            case "listMailAddresses" -> with(Account.SHELTER, Map.of());
            case "removeMailAddress" ->
                with(Account.SHELTER, Map.of(MAIL_ADDRESS, Mails.added().at("/addressId")));
            case "confirmMailAddress" -> mailAddress();
            case "askWayOut", "endMails" -> with(Account.SHELTER, Map.of());
            case "readNotifications" -> with(Account.SHELTER, Map.of());
            case "listReferrals", "readReferral", "acceptReferral", "declineReferral", "askAboutReferral" ->
                onReferral(Account.SHELTER, Journey.offered());
            case "cancelReferral", "markReferralAsError", "readReferralHistory" ->
                onReferral(Account.OFFICER, Journey.offered());
            case "answerQuestions" -> onReferral(Account.OFFICER, Moving.asked());
            case "endReferralByPerson" -> onReferral(Account.SHELTER, Journey.accepted());
            case "readPermissions", "answerFirstContact", "reportProgress", "assignWorker" ->
                onReferral(Account.SHELTER, Journey.accepted());
            case "holdReferral", "completeReferral", "failReferral" -> onReferral(Account.SHELTER, Moving.underway());
            case "pullRelease" -> pull(example.name());
            case "referOnward" -> with(Account.SHELTER, Map.of(REFERRAL, Onward.read(true)));
            case "writeFeedback" ->
                with(
                        Account.SHELTER,
                        Map.of(
                                REFERRAL,
                                example.name().equals("words") ? Feedbacks.completed() : Feedbacks.answered()));
            case "writeMessage", "listMessageNotes" -> onReferral(Correspondences.SENDER, Correspondences.written());
            case "readFeedbackNote" -> with(Account.SHELTER, Map.of(REFERRAL, Feedbacks.answered()));
            case "recordGuardianFinding", "decideBestInterests" ->
                onReferral(Account.CHILD_PROTECTION, Journey.acceptedByChildProtection());
            case "decideStatus", "readStatusDecision" -> {
                boolean first = example.name().equals("first");
                // The version that it names is the decision's, not the referral's.
                yield with(
                        StatusDecisions.BODY,
                        Map.of(REFERRAL, first ? StatusDecisions.accepted() : StatusDecisions.decided()));
            }
            case "listAgencies",
                    "listNoticeTexts",
                    "readNotice",
                    "readAgency",
                    "listAgreements",
                    "readAgreementMatrix" -> with(Account.OFFICER, Map.of());
            case "proposeAgreement", "listApprovals", "listLiveCases" -> with(Account.REGISTRAR, Map.of());
            case "listRegistryChanges", "readRegistryItem" -> with(Account.OFFICER, Map.of());
            case "changeRegistryItem" -> RegistryChanges.unchanged(sent.path(), Account.REGISTRAR, text -> text);
            case "searchServices" -> with(Account.OFFICER, Map.of());
            case "listWorkers", "barWorker" -> worker();
            case "readRestatement" -> with(Account.OFFICER, Map.of(CASE, Journey.filledCase()));
            case "proposeRestatement" -> with(Account.OFFICER, Map.of(CASE, LostConsents.lost(Journey.accepted())));
            case "confirmRestatement", "rejectRestatement" -> restatement();
            case "fileComplaint" -> with(Account.OFFICER, Map.of(CASE, Journey.filledCase()));
            case "listComplaints", "readStatistics" -> with(Account.COMMISSION, Map.of());
            case "answerComplaint" -> with(Account.COMMISSION, Map.of(COMPLAINT, Complaining.filed()));
            case "readDirectoryNote" -> with(Account.AUDITOR, Map.of());
            case "readDirectoryDocument" -> with(Account.AUDITOR, Map.of(DIRECTORY, OpenReferral.directorySha256()));
            case "exportRegistry" -> with(Account.REGISTRAR, Map.of());
            case "importRegistry" ->
                with(Account.REGISTRAR, Map.of())
                        .json(Call.get("/api/v1/registry/export?format=hsds-json")
                                .as(Account.REGISTRAR)
                                .send()
                                .is(200)
                                .text());
            case "readHsds",
                    "listHsdsServices",
                    "readHsdsService",
                    "listHsdsOrganizations",
                    "readHsdsOrganization",
                    "listHsdsServicesAtLocations",
                    "readHsdsServiceAtLocation",
                    "listHsdsLocations",
                    "readHsdsLocation",
                    "listHsdsTaxonomies",
                    "readHsdsTaxonomy",
                    "listHsdsTaxonomyTerms",
                    "readHsdsTaxonomyTerm" -> hsds();
            case "readCapacity" -> with(Account.OFFICER, Map.of("north-placement", Capacities.SERVICE));
            case "stateCapacity" ->
                with(Capacities.COUNSELLOR, Map.of("north-placement", Capacities.SERVICE))
                        .header("If-Match", Capacities.stated());
            case "confirmApproval", "rejectApproval" -> with(Account.OTHER_REGISTRAR, Map.of(APPROVAL, proposed()));
            case "proposePolicy" -> with(PolicyChanges.COMMISSIONER, Map.of()).json(PolicyChanges.body());
            case "listPolicies" -> with(Account.OFFICER, Map.of());
            case "readPolicy" -> with(Account.OFFICER, Map.of(POLICY, policyInForce()));
            case "listPolicyProposals" -> with(PolicyChanges.COMMISSIONER, Map.of());
            case "confirmPolicy", "rejectPolicy" ->
                with(
                        PolicyChanges.OTHER_COMMISSIONER,
                        Map.of(APPROVAL, PolicyChanges.proposed().at("/approvalId")));
            case "readEntry", "readEntryProof", "replayEntry", "searchEntries" -> onEntry();
            case "exportBundle" -> bundle();
            case "readTile", "readEntryBundle", "readNumberedTile", "readNumberedEntryBundle" -> tile();
            case "exportEntries", "readCheckpoint", "readNumberedCheckpoint", "listChanges", "listReviewsDue" ->
                with(Account.AUDITOR, Map.of());
            default -> throw new AssertionError("the suite doesn't know " + example.operationId());
        };
    }

    /** The case that joins isn't linked before, and the case that leaves is. */
    private Call group() {
        String one = Families.agreed();
        String other = Families.agreed();
        boolean apart = example.operationId().equals("joinCaseGroup");
        String group = example.operationId().equals("linkCases")
                ? GROUP
                : Families.linked(List.of(apart ? Families.agreed() : one, other));
        return with(Account.OFFICER, Map.of(CASE, one, LINKED_CASE, other, GROUP, group));
    }

    private Call jointLink() {
        String officers = JointLinking.agreed(Account.OFFICER, Account.PSYCHOSOCIAL);
        String ngos = JointLinking.agreed(Account.PSYCHOSOCIAL, Account.OFFICER);
        return switch (example.operationId()) {
            case "proposeJointLink" -> with(Account.OFFICER, Map.of(CASE, officers));
            case "enterLinkCode" ->
                with(
                        Account.PSYCHOSOCIAL,
                        Map.of(
                                CASE,
                                ngos,
                                LINK_CODE,
                                JointLinking.proposed(officers).at("/code")));
            default -> with(Account.PSYCHOSOCIAL, Map.of(CASE, ngos, LINK, JointLinking.linked(officers, ngos)));
        };
    }

    private Call groupOffer() {
        List<String> cases = List.of(Families.agreed(), Families.agreed());
        String group = Families.linked(cases);
        return example.operationId().equals("offerGroup")
                ? with(Account.OFFICER, Map.of(CASE, cases.get(0), LINKED_CASE, cases.get(1), GROUP, group))
                : with(
                        Account.SHELTER,
                        Map.of(GROUP_OFFER, Families.offer(group, cases).is(201).at("/groupOfferId")));
    }

    private Call mailAddress() {
        Reply added = Mails.added();
        return with(Account.SHELTER, Map.of(MAIL_ADDRESS, added.at("/addressId"), MAIL_CODE, Mails.code(added)));
    }

    private Call worker() {
        String caseId = Rows.caseOf(Journey.accepted());
        return with(Account.OFFICER, Map.of(CASE, caseId, WORKER, LostConsents.worker(caseId)));
    }

    private Call restatement() {
        String caseId = LostConsents.lost(Journey.accepted());
        String approval = LostConsents.proposed(caseId, Account.OFFICER).is(202).at("/approvalId");
        return with(Account.SECOND_OFFICER, Map.of(CASE, caseId, APPROVAL, approval));
    }

    /** One id stands for whatever is read, and else for an organisation. */
    private Call hsds() {
        String[] path = sent.path().split("/", -1);
        return with(
                Account.OFFICER,
                Map.of(
                        HSDS_ID, OpenReferral.first(path.length > 4 ? path[3] : "organizations"),
                        HSDS_TAXONOMY, OpenReferral.first("taxonomies"),
                        HSDS_TERM, OpenReferral.first("taxonomy_terms"),
                        HSDS_PARENT, OpenReferral.first("taxonomy_terms")));
    }

    private Call pull(String example) {
        return switch (example) {
            case "stage1" -> onReferral(Account.SHELTER, Journey.offered());
            case "message" -> onReferral(Account.SHELTER, Correspondences.written());
            case "feedback" -> onReferral(Feedbacks.SENDER, Feedbacks.completed());
            default -> onReferral(Account.SHELTER, Journey.accepted());
        };
    }

    private Call section() {
        Account author = example.name().equals("health")
                ? Account.of("tj-clinic-dushanbe", "doctor", "referrer")
                : Account.OFFICER;
        String caseId = Call.post("/api/v1/cases")
                .as(author)
                .once()
                .json("{}")
                .send()
                .is(201)
                .at("/caseId");
        if (sent.headers().containsKey("If-Match")) {
            Journey.write(caseId, example.name(), Journey.CONTACT);
        }
        return with(author, Map.of(CASE, caseId));
    }

    /** @param first what has to have happened to the consent before; empty for nothing */
    private Call onConsent(String first) {
        String caseId = Journey.emptyCase();
        Reply consent = Journey.consent(caseId, Journey.consent("service-request", "identity", "contact"))
                .is(201);
        String path = "/api/v1/cases/" + caseId + "/consents/" + consent.at("/consentId") + "/";
        if (!first.isEmpty()) {
            Call before = Call.post(path + first).as(Account.OFFICER).once();
            (first.equals("dispute") ? before : before.json("{}")).send().is(201);
        }
        return with(
                Account.OFFICER,
                Map.of(CASE, caseId, CONSENT, consent.at("/consentId"), GRANT, consent.at("/grants/0/grantId")));
    }

    private Call handOver(Account by, boolean proposed) {
        String caseId = Journey.filledCase();
        String consent =
                Journey.consent(caseId, Journey.consentToHandOver()).is(201).at("/consentId");
        String id = proposed ? Journey.handOver(caseId, consent).is(201).at("/handOverId") : HAND_OVER;
        return with(by, Map.of(CASE, caseId, CONSENT, consent, HAND_OVER, id));
    }

    private Call erasure() {
        String caseId = Journey.filledCase();
        String approval = Call.post("/api/v1/cases/" + caseId + "/erasure")
                .as(Account.OFFICER)
                .once()
                .send()
                .is(202)
                .at("/approvalId");
        return with(Account.SECOND_OFFICER, Map.of(CASE, caseId, APPROVAL, approval));
    }

    private Call courtOrder() {
        String caseId = Journey.emptyCase();
        String approval = Emergencies.courtOrder(caseId, "TJ", "tj-prosecutor-general")
                .is(202)
                .at("/approvalId");
        return with(Account.SECOND_OFFICER, Map.of(CASE, caseId, APPROVAL, approval));
    }

    private Call notice() {
        Journey.withdrawnAfterAPull();
        String notice = Call.get("/api/v1/stop-use-notices?limit=1")
                .as(Account.SHELTER)
                .send()
                .is(200)
                .at("/items/0/noticeId");
        return with(Account.SHELTER, Map.of(NOTICE, notice));
    }

    private Call offer() {
        String caseId = Journey.filledCase();
        Journey.consent(caseId, Journey.consent("service-request")).is(201);
        return with(Account.OFFICER, Map.of(CASE, caseId));
    }

    private Call onEntry() {
        return with(Account.AUDITOR, Map.of(EVENT, known()));
    }

    private Call bundle() {
        Call call = with(Account.AUDITOR, Map.of(EVENT, known()));
        return example.name().equals("since")
                ? call.json("{\"since\":\"" + checkpoint().replace("\n", "\\n") + "\"}")
                : call;
    }

    /** After which there is something new: reading it again isn't, but what was pulled before is. */
    private static String checkpoint() {
        String checkpoint =
                Call.get("/log/checkpoint").as(Account.AUDITOR).send().is(200).text();
        String newer = known();
        Call.get("/api/v1/audit/entries/" + newer + "/proof")
                .as(Account.AUDITOR)
                .send()
                .is(200);
        return checkpoint;
    }

    private static String known() {
        return Journey.pulling(Journey.accepted(), Account.SHELTER, "identity")
                .send()
                .is(200)
                .at("/entry/eventId");
    }

    /** The one tile there is, as wide as the checkpoint says. */
    private Call tile() {
        Journey.emptyCase();
        long size = Long.parseLong(Call.get("/log/checkpoint")
                .as(Account.AUDITOR)
                .send()
                .is(200)
                .text()
                .split("\n", -1)[1]);
        return with(Account.AUDITOR, Map.of("000.p/42", size < 256 ? "000.p/" + size : "000"));
    }

    private Call onReferral(Account account, String referral) {
        Call call = with(account, Map.of(REFERRAL, referral));
        return sent.headers().containsKey("If-Match")
                ? call.header(
                        "If-Match",
                        Call.get("/api/v1/referrals/" + referral)
                                .as(account)
                                .send()
                                .header("ETag"))
                : call;
    }

    private static String policyInForce() {
        for (JsonNode policy : Call.get("/api/v1/policies")
                .as(Account.OFFICER)
                .send()
                .is(200)
                .json()
                .path("items")) {
            if (policy.path("state").asText().equals("in-force")) {
                return policy.path("sha256").asText();
            }
        }
        throw new AssertionError("no policy is in force");
    }

    private static String proposed() {
        return Call.post("/api/v1/agreements")
                .as(Account.REGISTRAR)
                .once()
                .json(Replay.agreement())
                .send()
                .is(202)
                .at("/approvalId");
    }

    private Call with(Account account, Map<String, String> real) {
        String query = sent.query().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals("after"))
                // The registry of the suite has no past yet.
                .filter(parameter ->
                        !parameter.getKey().equals("asOf") || !sent.path().matches(".*/(agencies|registry)/.*"))
                .map(parameter -> parameter.getKey() + "="
                        + encoded(inPresent(parameter.getKey(), replaced(parameter.getValue(), real))))
                .collect(Collectors.joining("&"));
        Call call = Call.of(sent.method(), replaced(sent.path(), real) + (query.isEmpty() ? "" : "?" + query))
                .as(account);
        for (Map.Entry<String, String> header : sent.headers().entrySet()) {
            if (!header.getKey().matches("Authorization|Paivand-Worker|Idempotency-Key")) {
                call = call.header(header.getKey(), header.getValue());
            }
        }
        if (sent.headers().containsKey("Idempotency-Key")) {
            call = call.once();
        }
        return sent.body().isPresent()
                ? call.body(inPresent("", replaced(sent.body().get(), real)))
                : call;
    }

    private static String replaced(String text, Map<String, String> real) {
        String result = text;
        for (Map.Entry<String, String> id : real.entrySet()) {
            result = result.replace(id.getKey(), id.getValue());
        }
        return result;
    }

    /** Moves every day of an example by as much as its time lies back; the state that is asked for is a past one. */
    private static String inPresent(String parameter, String text) {
        Duration back = Duration.between(THEN, Instant.now()).minusHours(parameter.equals("asOf") ? 3 : 0);
        Matcher days = DAY.matcher(text);
        return days.replaceAll(found -> found.group(1) == null
                ? Instant.parse(found.group() + "T00:00:00Z")
                        .plus(back)
                        .toString()
                        .substring(0, 10)
                : Instant.parse(found.group())
                        .plus(back)
                        .truncatedTo(ChronoUnit.SECONDS)
                        .toString());
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
