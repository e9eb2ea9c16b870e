package org.paivand.policy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.Sha256;
import org.paivand.disclosure.json.PolicyDocument;

/** Every policy that was ever put in force, or will be; at least one. */
public record PolicyTimeline(List<RecordedPolicy> policies) {
    private static final Comparator<RecordedPolicy> LATEST =
            Comparator.comparing(RecordedPolicy::validFrom).thenComparing(RecordedPolicy::number);

    public PolicyTimeline {
        policies = List.copyOf(policies);
    }

    /**
     * The one that decides at the instant: of those whose time has come the latest, and of two for one instant the one recorded
     * later. Before the first one nothing was decided; whoever asks gets the first.
     *
     * @throws IllegalStateException if there is none
     */
    public RecordedPolicy at(Instant instant) {
        return policies.stream()
                .filter(policy -> !policy.validFrom().isAfter(instant))
                .max(LATEST)
                .or(() -> policies.stream().min(LATEST))
                .orElseThrow(() -> new IllegalStateException("no policy was ever put in force"));
    }

    /** Those that decide now or later, or would if they weren't overtaken. */
    boolean includes(Sha256 document, Instant now) {
        return policies.stream()
                .filter(policy -> policy.validFrom().isAfter(now) || policy.equals(at(now)))
                .anyMatch(policy -> policy.document().sha256().equals(document));
    }

    int nextNumber() {
        return policies.stream().mapToInt(RecordedPolicy::number).max().orElse(0) + 1;
    }

    Optional<PolicyDocument> document(Sha256 sha256) {
        return policies.stream()
                .map(RecordedPolicy::document)
                .filter(document -> document.sha256().equals(sha256))
                .findFirst();
    }

    /** Whether another text has that version already: a version names one text, in logs too. */
    boolean namesAnother(PolicyDocument proposed) {
        return policies.stream()
                .map(RecordedPolicy::document)
                .anyMatch(document ->
                        document.policy().version().equals(proposed.policy().version())
                                && !document.sha256().equals(proposed.sha256()));
    }
}
