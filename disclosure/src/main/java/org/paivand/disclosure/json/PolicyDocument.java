package org.paivand.disclosure.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.policy.Policy;

/**
 * A policy together with the bytes that were reviewed; their SHA-256 goes into the log. Format {@code paivand-policy/v1}, or
 * {@code v2} if it has masks, or {@code v3} if it demands accreditations.
 */
public final class PolicyDocument {
    /** Bytes that were once in force are never touched again: a log names their hash. A change is the next number. */
    private static final List<String> TAJIKISTAN = List.of("tj-1", "tj-2");

    private final Policy policy;
    private final byte[] bytes;
    private final Sha256 sha256;

    private PolicyDocument(Policy policy, byte[] bytes) {
        this.policy = policy;
        this.bytes = bytes;
        this.sha256 = Sha256.digest(bytes);
    }

    /** Accepts only the one form in which a policy is written: one key per line, known members, in their order. */
    public static PolicyDocument parse(byte[] bytes) throws InvalidDocumentException {
        byte[] copy = bytes.clone();
        return new PolicyDocument(PolicyReader.read(copy), copy);
    }

    public static PolicyDocument of(Policy policy) {
        return new PolicyDocument(policy, PolicyWriter.write(policy));
    }

    /** The newest policy for Tajikistan, from the class path. */
    public static PolicyDocument tajikistan() {
        return tajikistan(TAJIKISTAN.size());
    }

    /**
     * A policy for Tajikistan, from the class path.
     *
     * @param number from 1, in the order in which they were shipped
     */
    public static PolicyDocument tajikistan(int number) {
        String name = "/org/paivand/disclosure/policy/" + TAJIKISTAN.get(number - 1) + ".json";
        try (InputStream in = Objects.requireNonNull(PolicyDocument.class.getResourceAsStream(name))) {
            return parse(in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (InvalidDocumentException broken) {
            throw new IllegalStateException("the policy shipped with this jar is broken", broken);
        }
    }

    public Policy policy() {
        return policy;
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    public Sha256 sha256() {
        return sha256;
    }
}
