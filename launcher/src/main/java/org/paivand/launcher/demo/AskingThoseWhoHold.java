package org.paivand.launcher.demo;

import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;

/** Withdrawal reaches those who hold it: erased by one, retained by another; silence becomes overdue. */
record AskingThoseWhoHold(Cast cast, Narrator narrator, Trail trail) {

    void play(String withdrawnCase) throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("Beside step 5. The withdrawal reaches those who hold what was pulled before it");
        erased(withdrawnCase);
        retained();
        silent();
    }

    private void erased(String caseId) throws IOException, InterruptedException, UnexpectedException {
        Answer asked = narrator.see(
                "the shelter reads what it is asked", cast.shelter().notices(), 200);
        narrator.note("to stop using " + asked.texts("/items/0/received/0/categories") + ", and to answer by "
                + asked.text("/items/0/answerBy"));
        narrator.see(
                "no personal value is in it",
                Sample.values("identity", "contact", "safety").stream().noneMatch(asked.text()::contains));
        Answer answered = narrator.see(
                "the shelter answers that it erased it",
                trail.left(
                        cast.shelter()
                                .answer(
                                        asked.text("/items/0/noticeId"),
                                        Sample.body().put("answer", "erased")),
                        "withdrawal-answer",
                        "the shelter's answer"),
                200);
        narrator.see(
                "the notice is " + answered.text("/state"),
                answered.text("/state").equals("erased"));
        Answer seen =
                narrator.see("the officer looks who answered", cast.police().notices(caseId), 200);
        narrator.see(
                seen.text("/items/0/holder") + " " + seen.text("/items/0/state"),
                seen.text("/items/0/state").equals("erased"));
    }

    private void retained() throws IOException, InterruptedException, UnexpectedException {
        String caseId = pulledAndWithdrawn();
        String notice = cast.legalAid().notices().text("/items/0/noticeId");
        String until = Instant.now()
                .plus(60, ChronoUnit.DAYS)
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        narrator.see(
                "tj-ngo-legal-aid, asked about another case, keeps what a claim in court needs",
                trail.left(
                        cast.legalAid()
                                .answer(
                                        notice,
                                        Sample.body()
                                                .put("answer", "retained")
                                                .put("basis", "legal-claim")
                                                .put("until", until)),
                        "withdrawal-answer",
                        "the lawyer's answer"),
                200);
        Answer seen = cast.police().notices(caseId);
        narrator.see(
                "the officer sees: " + seen.text("/items/0/state") + " until " + seen.text("/items/0/until")
                        + ", not on what ground",
                seen.text("/items/0/state").equals("retained") && !seen.text().contains("legal-claim"));
    }

    private void silent() throws IOException, InterruptedException, UnexpectedException {
        String caseId = pulledAndWithdrawn();
        Answer seen = cast.police().notices(caseId);
        narrator.see(
                "a third notice stays unanswered: " + seen.text("/items/0/state") + "; after "
                        + seen.text("/items/0/answerBy") + " it is overdue",
                seen.text("/items/0/state").equals("asked"));
        narrator.see("the Commission looks what is overdue", cast.commission().get("/api/v1/overdue"), 200);
        narrator.see("the shelter may not look at that", cast.shelter().overdue(), 403, "forbidden");
    }

    /** A case whose service request the lawyer pulled, and whose consent is withdrawn. */
    private String pulledAndWithdrawn() throws IOException, InterruptedException, UnexpectedException {
        String caseId = cast.police().open().text("/caseId");
        cast.police().write(caseId, "service-request", Sample.of("service-request"));
        String consent = cast.police()
                .record(caseId, Sample.consent(Cast.LEGAL_AID, "legal-aid", "service-request"))
                .text("/consentId");
        String referral = cast.police()
                .offer(Sample.referral(caseId, Cast.LEGAL_AID, "legal-aid", "legal-aid"))
                .text("/referralId");
        narrator.see(
                "tj-ngo-legal-aid pulls a service request",
                cast.legalAid().pull(referral, "service-request"),
                Set.of("service-request"));
        narrator.see(
                "the consent for it is withdrawn",
                trail.left(cast.police().withdraw(caseId, consent), "withdrawal-notice", "the notice of a withdrawal"),
                201);
        return caseId;
    }
}
