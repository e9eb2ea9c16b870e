package org.paivand.launcher.demo;

import java.io.IOException;
import org.paivand.launcher.stack.Stack;

/** Everybody who takes part, signed in. */
record Cast(
        Referrer police,
        Referrer secondPolice,
        Referrer hotline,
        Recipient shelter,
        Recipient colleague,
        Recipient unnamed,
        Recipient legalAid,
        Recipient minorsShelter,
        ChildProtection childProtection,
        EmergencyOfficer emergencyOfficer,
        EmergencyOfficer secondOfficer,
        Reviewer reviewer,
        Auditor auditor,
        Api commission,
        Api registrar,
        Api secondRegistrar) {
    static final String HOTLINE = "tj-hotline-national";
    static final String LEGAL_AID = "tj-ngo-legal-aid";
    static final String SHELTER = "tj-shelter-north";
    static final String MINORS_SHELTER = "tj-shelter-south-minors";
    static final String CHILD_PROTECTION = "tj-child-protection-dushanbe";

    static Cast signedIn(Stack stack, Narrator narrator) throws IOException, InterruptedException {
        SignIn signIn = new SignIn(stack, narrator);
        narrator.heading("Signing in at " + stack.issuer());
        Api machine = signIn.client("shelter-north-system");
        return new Cast(
                new Referrer(signIn.user("officer")),
                new Referrer(signIn.user("officer-two")),
                new Referrer(signIn.user("hotline")),
                Recipient.machine(machine, "w-anora"),
                Recipient.machine(machine, "w-bahor"),
                Recipient.unnamed(machine),
                Recipient.person(signIn.user("legal-aid")),
                Recipient.person(signIn.user("shelter-minors-worker")),
                new ChildProtection(signIn.user("child-protection")),
                new EmergencyOfficer(signIn.user("emergency-officer")),
                new EmergencyOfficer(signIn.user("emergency-officer-two")),
                new Reviewer(signIn.user("reviewer")),
                new Auditor(signIn.user("auditor")),
                signIn.user("commission"),
                signIn.user("registrar-one"),
                signIn.user("registrar-two"));
    }

    private record SignIn(Stack stack, Narrator narrator, Tokens tokens) {
        private SignIn(Stack stack, Narrator narrator) {
            this(stack, narrator, new Tokens(stack));
        }

        private Api user(String name) throws IOException, InterruptedException {
            return told(name, tokens.ofUser(name));
        }

        private Api client(String name) throws IOException, InterruptedException {
            return told(name, tokens.ofClient(name));
        }

        private Api told(String name, Token token) {
            narrator.note(String.format("%-22s for %s as %s", name, token.agency(), token.groups()));
            return new Api(stack.baseUrl(), token);
        }
    }
}
