package org.paivand.audit.jdbc;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.paivand.audit.MalformedException;
import org.paivand.audit.checkpoint.KnownWitness;
import org.paivand.audit.checkpoint.UntrustedCheckpointException;
import org.paivand.audit.checkpoint.WitnessPolicy;
import org.paivand.audit.merkle.Hash;
import org.paivand.audit.note.SignedNote;

/** Which of this node's own checkpoints count: every one, or those that enough witnesses of a policy cosigned. */
public final class Acceptance {
    /** Of a node that has no witness policy. */
    public static final Acceptance EVERY = new Acceptance(Optional.empty(), Hash.EMPTY);

    private final Optional<WitnessPolicy> policy;
    private final Hash id;

    private Acceptance(Optional<WitnessPolicy> policy, Hash id) {
        this.policy = policy;
        this.id = id;
    }

    /** By the node's own C2SP tlog-policy. */
    public static Acceptance by(byte[] text) throws MalformedException {
        return new Acceptance(Optional.of(WitnessPolicy.parse(text)), id(text));
    }

    /** Of what the quorum hangs on alone: that a policy names another log too, or that a witness moved, takes nothing back. */
    private static Hash id(byte[] text) {
        String lines = new String(text, StandardCharsets.UTF_8)
                .lines()
                .map(line -> List.of(line.strip().split("[ \t]+")))
                .filter(words -> List.of("witness", "group", "quorum").contains(words.get(0)))
                .map(words -> words.get(0).equals("witness") ? words.subList(0, 3) : words)
                .map(words -> String.join(" ", words))
                .collect(Collectors.joining("\n"));
        return Hash.sha256(lines.getBytes(StandardCharsets.UTF_8));
    }

    public List<KnownWitness> witnesses() {
        return policy.map(WitnessPolicy::witnesses).orElse(List.of());
    }

    public boolean needsWitnesses() {
        return policy.map(WitnessPolicy::needsWitnesses).orElse(false);
    }

    boolean hasPolicy() {
        return policy.isPresent();
    }

    Hash id() {
        return id;
    }

    boolean accepts(SignedNote note) {
        try {
            if (policy.isPresent()) {
                policy.get().verify(note);
            }
            return true;
        } catch (UntrustedCheckpointException notYet) {
            return false;
        }
    }
}
