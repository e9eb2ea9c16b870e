package org.paivand.audit.checkpoint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;
import org.paivand.audit.note.SignatureType;
import org.paivand.audit.note.VerifierKey;

/** Reads one policy file line by line (C2SP tlog-policy). Unlike there, text must be UTF-8 and a log must be named. */
final class PolicyText {
    private static final int MAX_BYTES = 65_536;

    private final List<VerifierKey> logs = new ArrayList<>();
    private final List<KnownWitness> witnesses = new ArrayList<>();
    private final Map<String, Quorum> named = new HashMap<>();
    private final Set<String> grouped = new HashSet<>();
    private Optional<Quorum> quorum = Optional.empty();

    private PolicyText() {}

    static WitnessPolicy parse(byte[] bytes) throws MalformedException {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedException("policy longer than " + MAX_BYTES + " bytes");
        }
        String text = Strict.utf8(bytes);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> (c < ' ' && c != '\n' && c != '\t') || c == 0x7f)) {
            throw new MalformedException("a policy has no control characters, and its last line ends in a newline");
        }
        PolicyText policy = new PolicyText();
        int number = 0;
        for (String line : text.substring(0, text.length() - 1).split("\n", -1)) {
            number++;
            try {
                policy.line(line);
            } catch (MalformedException e) {
                throw new MalformedException("policy line " + number + ": " + e.reason(), e);
            }
        }
        if (policy.logs.isEmpty() || policy.quorum.isEmpty()) {
            throw new MalformedException("a policy names a log and a quorum");
        }
        return new WitnessPolicy(policy.logs, policy.witnesses, policy.quorum.get());
    }

    private void line(String line) throws MalformedException {
        String trimmed = line.replaceAll("^[ \t]+|[ \t]+$", "");
        if (trimmed.isEmpty() || trimmed.startsWith("#")) {
            return;
        }
        List<String> words = List.of(trimmed.split("[ \t]+"));
        switch (words.get(0)) {
            case "log" -> log(words);
            case "witness" -> witness(words);
            case "group" -> group(words);
            case "quorum" -> quorum(words);
            default -> throw new MalformedException("neither log, witness, group nor quorum");
        }
    }

    private void log(List<String> words) throws MalformedException {
        count(words, 2, 3);
        logs.add(key(words.get(1), SignatureType.ED25519, logs));
    }

    private void witness(List<String> words) throws MalformedException {
        count(words, 3, 4);
        VerifierKey key = key(
                words.get(2),
                SignatureType.COSIGNATURE,
                witnesses.stream().map(KnownWitness::key).toList());
        name(words.get(1), Quorum.witness(words.get(1)));
        Optional<String> url = words.size() > 3 ? Optional.of(words.get(3)) : Optional.empty();
        witnesses.add(new KnownWitness(words.get(1), key, url));
    }

    private void group(List<String> words) throws MalformedException {
        count(words, 4, Integer.MAX_VALUE);
        List<Quorum> members = new ArrayList<>();
        for (String member : words.subList(3, words.size())) {
            if (!grouped.add(member)) {
                throw new MalformedException("a name is member of a group once at most");
            }
            members.add(lookUp(member));
        }
        long threshold = switch (words.get(2)) {
            case "any" -> 1;
            case "all" -> members.size();
            default -> Strict.decimal(words.get(2));
        };
        if (threshold < 1 || threshold > members.size()) {
            throw new MalformedException("a threshold lies between 1 and the number of members");
        }
        name(words.get(1), Quorum.group((int) threshold, members));
    }

    private void quorum(List<String> words) throws MalformedException {
        count(words, 2, 2);
        if (quorum.isPresent()) {
            throw new MalformedException("a second quorum");
        }
        quorum = Optional.of(words.get(1).equals("none") ? Quorum.NONE : lookUp(words.get(1)));
    }

    private static VerifierKey key(String text, SignatureType type, Iterable<VerifierKey> known)
            throws MalformedException {
        VerifierKey key = VerifierKey.parse(text);
        if (key.type() != type) {
            throw new MalformedException("a key of the other kind (logs 01, witnesses 04)");
        }
        for (VerifierKey other : known) {
            if (other.sameKeyAs(key)) {
                throw new MalformedException("a key that was given before");
            }
        }
        return key;
    }

    private void name(String name, Quorum meaning) throws MalformedException {
        if (name.equals("none") || named.putIfAbsent(name, meaning) != null) {
            throw new MalformedException("a name that is taken");
        }
    }

    private Quorum lookUp(String name) throws MalformedException {
        Optional<Quorum> meaning = Optional.ofNullable(named.get(name));
        return meaning.orElseThrow(() -> new MalformedException("a name that no line above defines"));
    }

    private static void count(List<String> words, int least, int most) throws MalformedException {
        if (words.size() < least || words.size() > most) {
            throw new MalformedException("too few or too many words");
        }
    }
}
