package org.paivand.launcher.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.paivand.launcher.stack.Home;
import org.paivand.launcher.stack.Stack;

/**
 * The demonstration: what people in different agencies do, over HTTP, against a running installation. Each step tells what
 * was done and what was seen, and the first thing that isn't as it must be ends it. May be run again and again.
 */
public final class Demo {
    /** Who can sign in with a password. */
    public static final List<String> ACCOUNTS = List.of(
            "officer",
            "officer-two",
            "officer-khatlon",
            "hotline",
            "worker-one",
            "worker-two",
            "shelter-minors-worker",
            "child-protection",
            "legal-aid",
            "auditor",
            "registrar-one",
            "registrar-two",
            "commission",
            "commission-two",
            "emergency-officer",
            "emergency-officer-two",
            "reviewer");

    /** How an installation differs that is started for the demonstration alone. */
    public static final Map<String, String> SETTINGS =
            Map.of("paivand.respond-within.emergency", UnansweredEmergency.RESPOND_WITHIN.toString());

    private final Stack stack;
    private final Narrator narrator;

    public Demo(Stack stack, PrintWriter out) {
        this.stack = stack;
        this.narrator = new Narrator(out);
    }

    /** True only if everything was as it must be. */
    public boolean run() throws InterruptedException {
        Instant began = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        try {
            play(began);
        } catch (UnexpectedException unexpected) {
            narrator.heading("The demonstration ends here, after " + narrator.seen() + " things as they must be: "
                    + unexpected.getMessage());
            return false;
        } catch (IOException broken) {
            narrator.heading("The demonstration could not go on: " + broken.getMessage());
            return false;
        }
        narrator.heading(String.format(
                "All seven steps: %d things seen as they must be, in %.1f s.",
                narrator.seen(), ChronoUnit.MILLIS.between(began, Instant.now()) / 1000.0));
        return true;
    }

    private void play(Instant began) throws IOException, InterruptedException, UnexpectedException {
        Cast cast = Cast.signedIn(stack, narrator);
        Trail trail = new Trail();
        Path trust = stack.state().trustPolicy();
        OfflineVerifier verifier = new OfflineVerifier(Home.find().verifier(), trust);

        new FindingAService(cast, narrator, trail).play();
        String caseId = new OpeningACase(cast, narrator).play();
        String consentId = new RecordingConsent(cast, narrator, trail).play(caseId);
        String referralId = new OfferingAReferral(cast, narrator).play(caseId);
        new PullingRecords(cast, narrator, trail).play(referralId);
        UnansweredEmergency emergency = new UnansweredEmergency(cast, narrator);
        Optional<UnansweredEmergency.Referral> unanswered = emergency.offered();
        new ChangingConsent(cast, narrator, trail).play();
        new ReadingByNumber(cast, narrator, trail, new PersonsPage(stack.baseUrl())).play(caseId, referralId);
        new Withdrawing(cast, narrator, trail).play(caseId, consentId, referralId);
        new BreakingTheGlass(cast, narrator, trail).play(caseId);
        new AskingThoseWhoHold(cast, narrator, trail).play(caseId);
        new ErasingACase(cast, narrator, trail).play();
        new OfferingAnew(cast, narrator).play();
        new HelpInTwoCities(cast, narrator, trail).play();
        if (unanswered.isPresent()) {
            emergency.overdue(unanswered.get());
        }
        new TakingInAnAgency(cast, narrator, trail, new Tokens(stack), stack.baseUrl()).play();
        new Auditing(cast, narrator, trail, verifier, stack.state().evidence()).play(began);
        new ProtectingAChild(cast, narrator).play();
    }
}
