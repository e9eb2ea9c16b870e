package org.paivand.disclosure.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.policy.Policy;

/** A policy together with the bytes that were reviewed; their SHA-256 goes into the log. Format {@code paivand-policy/v1}. */
public final class PolicyDocument {
    private static final String TAJIKISTAN = "/org/paivand/disclosure/policy/tj-1.json";

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

    /** The first policy for Tajikistan, from the class path. */
    public static PolicyDocument tajikistan() {
        try (InputStream in = Objects.requireNonNull(PolicyDocument.class.getResourceAsStream(TAJIKISTAN))) {
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
