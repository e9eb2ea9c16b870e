package org.paivand.launcher.demo;

import java.io.IOException;
import java.util.Set;
import java.util.TreeSet;

/** Step 7: two cases of people who may be children. */
record ProtectingAChild(Cast cast, Narrator narrator) {
    private static final String PLACEMENT = "shelter-placement";
    private static final Set<String> BOTH = Set.of("service-request", "identity");

    void play() throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("Step 7 of 7. Two minors: a guardian without a conflict of interest, and one with");
        guardianIsFree();
        guardianHasConflict();
    }

    private void guardianIsFree() throws IOException, InterruptedException, UnexpectedException {
        String caseId = open("the first");
        narrator.see(
                "offers it to " + Cast.MINORS_SHELTER + " with no consent",
                cast.police().offer(Sample.referral(caseId, Cast.MINORS_SHELTER, PLACEMENT, "shelter")),
                403,
                "offer-refused");
        String toProtection = reportToChildProtection(caseId);

        narrator.see("records the child's own plea", cast.police().record(caseId, Sample.of("minor-consent")), 201);
        narrator.see(
                "records the guardian's consent", cast.police().record(caseId, Sample.of("guardian-consent")), 201);
        Preview before = preview(caseId);
        narrator.see(
                "before a finding only stage 1 would go: " + before.permitted(),
                before.permitted().equals(Set.of("service-request"))
                        && before.reason("identity").equals("guardian-finding-missing"));
        String referralId = offer(caseId);
        stageOneAndAccept(referralId);
        narrator.see(
                "the shelter pulls identity",
                cast.minorsShelter().pull(referralId, "identity"),
                403,
                "release-refused");

        narrator.see(
                "child protection finds that the guardian has no conflict",
                cast.childProtection().find(toProtection, "none"),
                201);
        Preview after = preview(caseId);
        narrator.see(
                "identity would now go on " + after.basis("identity"),
                after.permitted().equals(BOTH) && after.basis("identity").equals("consent"));
        narrator.see(
                "the shelter pulls identity again",
                cast.minorsShelter().pull(referralId, "identity"),
                Set.of("identity"));
    }

    private void guardianHasConflict() throws IOException, InterruptedException, UnexpectedException {
        String caseId = open("the second");
        String toProtection = reportToChildProtection(caseId);
        narrator.see(
                "child protection finds that the guardian has a conflict",
                cast.childProtection().find(toProtection, "conflict"),
                201);
        narrator.see(
                "tries to record the guardian's consent",
                cast.police().record(caseId, Sample.of("guardian-consent")),
                400,
                "invalid-request");
        Preview guardian = preview(caseId);
        narrator.see(
                "the guardian's word gives nothing: " + guardian.reason("identity"),
                guardian.permitted().isEmpty() && guardian.reason("identity").equals("no-consent"));
        narrator.see(
                "offers it to " + Cast.MINORS_SHELTER,
                cast.police().offer(Sample.referral(caseId, Cast.MINORS_SHELTER, PLACEMENT, "shelter")),
                403,
                "offer-refused");

        narrator.see(
                "child protection decides in the child's best interests",
                cast.childProtection()
                        .decide(toProtection, Cast.MINORS_SHELTER, PLACEMENT, "service-request", "identity"),
                201);
        Preview decided = preview(caseId);
        narrator.see(
                "both categories would now go on " + decided.basis("identity"),
                decided.permitted().equals(BOTH) && decided.basis("identity").equals("best-interests"));
        String referralId = offer(caseId);
        stageOneAndAccept(referralId);
        narrator.see(
                "the shelter pulls identity", cast.minorsShelter().pull(referralId, "identity"), Set.of("identity"));
    }

    private String open(String which) throws IOException, InterruptedException, UnexpectedException {
        String caseId = narrator.see("opens " + which + " case", cast.police().open(), 201)
                .text("/caseId");
        for (String category : new String[] {"service-request", "identity", "guardian"}) {
            narrator.see(
                    "writes " + category, cast.police().write(caseId, category, Sample.of("minor-" + category)), 204);
        }
        narrator.note("the age group is undetermined, so the safeguards for children bind");
        return caseId;
    }

    /** Returns the id of the referral that child protection accepted. */
    private String reportToChildProtection(String caseId)
            throws IOException, InterruptedException, UnexpectedException {
        Preview preview = cast.police().preview(caseId, Cast.CHILD_PROTECTION, "protection", Set.of("service-request"));
        narrator.see(
                "the law lets child protection have the service request: " + preview.basis("service-request"),
                preview.basis("service-request").equals("statutory-duty"));
        String referralId = narrator.see(
                        "offers it to " + Cast.CHILD_PROTECTION,
                        cast.police()
                                .offer(Sample.referral(caseId, Cast.CHILD_PROTECTION, "protection", "guardianship")),
                        201)
                .text("/referralId");
        Recipient unit = cast.childProtection().asRecipient();
        narrator.see(
                "child protection reads the service request",
                unit.pull(referralId, "service-request"),
                Set.of("service-request"));
        narrator.see("child protection accepts", unit.accept(referralId), 200);
        return referralId;
    }

    private Preview preview(String caseId) throws IOException, InterruptedException {
        Preview preview = cast.police().preview(caseId, Cast.MINORS_SHELTER, PLACEMENT, new TreeSet<>(BOTH));
        preview.tell(narrator);
        return preview;
    }

    private String offer(String caseId) throws IOException, InterruptedException, UnexpectedException {
        return narrator.see(
                        "offers it to " + Cast.MINORS_SHELTER,
                        cast.police().offer(Sample.referral(caseId, Cast.MINORS_SHELTER, PLACEMENT, "shelter")),
                        201)
                .text("/referralId");
    }

    private void stageOneAndAccept(String referralId) throws IOException, InterruptedException, UnexpectedException {
        narrator.see(
                "the shelter reads the service request",
                cast.minorsShelter().pull(referralId, "service-request"),
                Set.of("service-request"));
        narrator.see("the shelter accepts", cast.minorsShelter().accept(referralId), 200);
        narrator.see("the shelter assigns its worker", cast.minorsShelter().assign(referralId), 200);
    }
}
