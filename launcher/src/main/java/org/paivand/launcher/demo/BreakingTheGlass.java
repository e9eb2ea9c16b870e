package org.paivand.launcher.demo;

import java.io.IOException;
import java.util.Set;

/** An emergency: the glass is broken, those who must hear of it do, and another agency reviews it. */
record BreakingTheGlass(Cast cast, Narrator narrator, Trail trail) {
    private static final Set<String> MINIMUM = Set.of("service-request", "contact");

    void play(String caseId) throws IOException, InterruptedException, UnexpectedException {
        narrator.heading("An emergency. The glass is broken for a clinic, two are alerted, another agency reviews it");
        reviewWhatIsLeft();
        narrator.see(
                "the police officer, who isn't an emergency officer, tries",
                trail.left(cast.police().breakGlass(caseId), "denial", "breaking the glass without the role"),
                403,
                "forbidden");
        String first = alone(caseId);
        alerted(first);
        String second = withSecondPerson(caseId);
        reviewed(first);
        reviewed(second);
    }

    /** Of a demonstration that was cut short: without this nobody could break the glass alone. */
    private void reviewWhatIsLeft() throws IOException, InterruptedException {
        for (String emergency : cast.reviewer().due()) {
            cast.reviewer().judge(emergency);
        }
    }

    private String alone(String caseId) throws IOException, InterruptedException, UnexpectedException {
        Answer broken = trail.left(cast.emergencyOfficer().breakGlass(caseId), "break-glass", "the glass broken");
        narrator.see(
                "an emergency officer breaks it without consent or acceptance: " + broken.summary() + ", released "
                        + broken.released(),
                broken.status() == 201 && broken.released().equals(MINIMUM));
        String entry = broken.text("/entry/eventId");
        Answer replay = cast.auditor().replay(entry);
        narrator.see(
                "the auditor has the decision made again: equal " + replay.text("/equal"),
                replay.status() == 200 && replay.text("/equal").equals("true"));
        return cast.auditor().alerts().text("/items/0/emergencyId");
    }

    private void alerted(String emergency) throws IOException, InterruptedException, UnexpectedException {
        Answer controller = cast.police().alerts();
        narrator.see(
                "the controller is alerted at once: " + controller.text("/items/0/kind"),
                controller.text("/items/0/emergencyId").equals(emergency)
                        && controller.text("/items/0/kind").equals("break-glass"));
        narrator.see(
                "neither alert says why",
                !controller.text().contains(EmergencyOfficer.WORDS)
                        && !cast.auditor().wasShown(EmergencyOfficer.WORDS));
    }

    private String withSecondPerson(String caseId) throws IOException, InterruptedException, UnexpectedException {
        narrator.see(
                "the same officer breaks it again, alone",
                trail.left(cast.emergencyOfficer().breakGlass(caseId), "denial", "a second emergency by one person"),
                409,
                "second-person-required");
        String emergency = narrator.see(
                        "asks for a second person", cast.emergencyOfficer().askWithSecondPerson(caseId), 202)
                .text("/emergencyId");
        narrator.see(
                "confirms it alone",
                trail.left(cast.emergencyOfficer().confirm(emergency), "denial", "an emergency confirmed alone"),
                403,
                "own-change");
        narrator.see("a colleague confirms it", cast.secondOfficer().confirm(emergency), 200);
        narrator.see(
                "the first officer reads",
                trail.left(cast.emergencyOfficer().pull(emergency), "break-glass", "the glass broken by two"),
                MINIMUM);
        return emergency;
    }

    private void reviewed(String emergency) throws IOException, InterruptedException, UnexpectedException {
        Answer reasons = cast.reviewer().reasons(emergency);
        narrator.see(
                "the reviewer of another agency reads why: " + reasons.text("/reason"),
                reasons.status() == 200 && reasons.text("/words").equals(EmergencyOfficer.WORDS));
        narrator.see(
                "finds it justified",
                trail.left(cast.reviewer().judge(emergency), "review", "the review of an emergency"),
                200);
    }
}
