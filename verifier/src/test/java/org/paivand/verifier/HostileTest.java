package org.paivand.verifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.lifecycle.AfterTry;
import org.paivand.audit.Fuzz;
import org.paivand.audit.Fuzz.Target;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.json.AgreementJson;
import org.paivand.disclosure.json.ConsentJson;
import org.paivand.disclosure.json.DecisionInput;
import org.paivand.disclosure.json.EventJson;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.PolicyDocument;
import org.paivand.disclosure.policy.Agreement;
import org.paivand.disclosure.policy.Parties;

/** Documents and evidence made to do harm; jqwik prints the seed of what fails. */
class HostileTest {
    private static final int MORE_BYTES = 4_000_000;

    private final Path file = Files.createTempFile("evidence", "");
    private final Book book = Book.of(9);
    private final List<Target> documents;
    private final byte[] period = book.bundle(3, 6);
    private final byte[] selection = book.selection(book.preface().since(4), List.of(3, 7));
    private final byte[] proof = book.proof(3).encode();

    HostileTest() throws Exception {
        documents = List.of(
                document("event", in -> EventJson.write(EventJson.parse(in)), eventOf(0), eventOf(1), eventOf(2)),
                document(
                        "decision input",
                        in -> DecisionInput.parse(in).bytes(),
                        Scene.input(1, true).bytes()),
                document(
                        "agreement",
                        in -> AgreementJson.write(AgreementJson.parse(in)),
                        AgreementJson.write(agreement())),
                document(
                        "consent",
                        in -> ConsentJson.write(ConsentJson.parse(in)),
                        ConsentJson.write(
                                Scene.input(1, true).history().events().get(0))),
                document("policy", in -> PolicyDocument.parse(in).bytes(), Scene.POLICY.bytes()));
    }

    private static Agreement agreement() {
        return new Agreement(
                "tj-kz",
                1,
                new Parties.Countries(Set.of(Jurisdiction.of("TJ"), Jurisdiction.of("KZ"))),
                Set.of(Purpose.RETURN),
                Set.of(Category.of("identity")),
                Scene.T0,
                Scene.T0.plusSeconds(9),
                false,
                30,
                "law 1");
    }

    private static byte[] eventOf(int number) {
        return EventJson.write(
                switch (number) {
                    case 0 -> Scene.disclosure(0).event();
                    case 1 -> Scene.denial(1).event();
                    default -> Scene.auditorAccess(2).event();
                });
    }

    private static Target document(String name, Fuzz.Parser parser, byte[]... valid) {
        return new Target(name, parser, InvalidDocumentException.class, 2000, MORE_BYTES, List.of(valid));
    }

    @AfterTry
    void delete() throws IOException {
        Files.deleteIfExists(file);
    }

    @Example
    void documentsAreAcceptedInOneSpellingAndEveryTruncationIsHandled() throws Exception {
        for (Target target : documents) {
            new Fuzz(0).assertAcceptsAndCuts(target);
        }
    }

    @Property(tries = 500)
    void documentsAreRefusedInOneWayOnly(@ForAll long seed) {
        Fuzz fuzz = new Fuzz(seed);
        documents.forEach(fuzz::assertHandlesNext);
    }

    @Property(tries = 200)
    void alteredEvidenceIsAnswered(@ForAll long seed) throws Exception {
        Fuzz fuzz = new Fuzz(seed);
        verify(fuzz.altered(List.of(period, selection, proof)));
        verify(fuzz.altered(List.of(book.checkpoint().encode())));
    }

    @Property(tries = 150)
    void oneMemberAlteredAndPackedAgainIsRefused(@ForAll long seed) throws Exception {
        Fuzz fuzz = new Fuzz(seed);
        Map<String, byte[]> members = Book.members(period);
        List<String> names = List.copyOf(members.keySet());
        String name = names.get((int) Long.remainderUnsigned(seed, names.size()));
        byte[] content = members.getOrDefault(name, new byte[0]);
        byte[] altered = fuzz.altered(List.of(content));
        members.put(name, altered);

        Verdict verdict = verify(Book.zip(members));

        assertEquals(Arrays.equals(content, altered), verdict == Verdict.VALID, name + ", seed " + seed);
    }

    @Property(tries = 150)
    void anAlteredProofFileIsRefused(@ForAll long seed) throws Exception {
        byte[] altered = new Fuzz(seed).altered(List.of(proof));

        Verdict verdict = verify(altered);

        assertEquals(Arrays.equals(proof, altered), verdict == Verdict.VALID, "seed " + seed);
    }

    private Verdict verify(byte[] evidence) throws IOException {
        Files.write(file, evidence);
        Report report = Verification.trusting(book.policy()).verify(file);
        assertNotEquals(Verdict.NOT_AUTHENTICATED, report.verdict());
        return report.verdict();
    }
}
