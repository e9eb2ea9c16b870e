package org.paivand.launcher.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.KnownWitness;
import org.paivand.audit.checkpoint.WitnessPolicy;

/**
 * Of step 6: others than the node vouch for the log, and an auditor who asks for all of them does without none.
 *
 * @param folder where the evidence is put
 */
record Witnessed(Narrator narrator, OfflineVerifier verifier, Path folder) {
    private static final String CHECKPOINT = "checkpoint";

    void play(Path bundle, OfflineVerifier.Verdict verdict)
            throws IOException, InterruptedException, UnexpectedException {
        List<KnownWitness> witnesses = witnesses();
        if (witnesses.isEmpty()) {
            narrator.note("no witness runs here (--parts): nobody but the node vouches for its log");
            return;
        }
        EvidenceZip evidence = EvidenceZip.of(Files.readAllBytes(bundle));
        String checkpoint = text(evidence);
        for (KnownWitness witness : witnesses) {
            narrator.see(
                    "the checkpoint in the bundle is cosigned by "
                            + witness.key().name(),
                    checkpoint.contains(lineStart(witness)));
            narrator.see(
                    "and the verifier says when: " + told(witness, verdict),
                    !told(witness, verdict).isEmpty());
        }
        for (KnownWitness witness : witnesses) {
            without(witness, evidence, checkpoint);
        }
    }

    private void without(KnownWitness witness, EvidenceZip evidence, String checkpoint)
            throws IOException, InterruptedException, UnexpectedException {
        StringBuilder others = new StringBuilder();
        checkpoint
                .lines()
                .filter(line -> !line.startsWith(lineStart(witness)))
                .forEach(line -> others.append(line).append('\n'));
        Path file = folder.resolve("altered.zip");
        Files.write(
                file,
                evidence.with(CHECKPOINT, others.toString().getBytes(StandardCharsets.UTF_8))
                        .bytes());
        OfflineVerifier.Verdict refused = verifier.verify(file);
        Files.delete(file);
        narrator.see(
                "without the cosignature of " + witness.name() + ": exit " + refused.exitStatus() + ", "
                        + refused.last(),
                refused.exitStatus() == 1 && refused.last().equals("REFUSED"));
    }

    private List<KnownWitness> witnesses() throws IOException {
        try {
            return WitnessPolicy.parse(Files.readAllBytes(verifier.trust())).witnesses();
        } catch (MalformedException ours) {
            throw new IOException("our own trust policy: " + ours.reason(), ours);
        }
    }

    private static String text(EvidenceZip evidence) {
        byte[] checkpoint = Objects.requireNonNullElse(evidence.members().get(CHECKPOINT), new byte[0]);
        return new String(checkpoint, StandardCharsets.UTF_8);
    }

    private static String lineStart(KnownWitness witness) {
        return "\u2014 " + witness.key().name() + " ";
    }

    /** The verifier's own line about it; empty if there is none. */
    private static String told(KnownWitness witness, OfflineVerifier.Verdict verdict) {
        return verdict.said().stream()
                .filter(line -> line.matches("witness +" + witness.name() + " at .*"))
                .findFirst()
                .orElse("");
    }
}
