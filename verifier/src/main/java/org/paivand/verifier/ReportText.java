package org.paivand.verifier;

import java.util.ArrayList;
import java.util.List;

/** A report for people: the answer is the last line. */
final class ReportText {
    private ReportText() {}

    static String of(Report report) {
        List<String> lines = new ArrayList<>();
        report.checkpoint()
                .ifPresent(checkpoint -> lines.add("log        " + checkpoint.origin() + ", "
                        + checkpoint.treeHead().size() + " entries, root "
                        + checkpoint.treeHead().root()));
        report.manifest()
                .ifPresent(manifest -> lines.add("covered    entries " + manifest.from() + " to " + (manifest.to() - 1)
                        + ": " + report.opened() + " opened, " + report.replayed() + " decisions made again"));
        report.cosignedAt().forEach((witness, at) -> lines.add("witness    " + witness + " at " + at));
        report.findings().forEach(finding -> lines.add("wrong      " + finding));
        long unlisted = report.findingsTotal() - report.findings().size();
        if (unlisted > 0) {
            lines.add("wrong      and " + unlisted + " more");
        }
        lines.add(answer(report.verdict()));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String answer(Verdict verdict) {
        return switch (verdict) {
            case VALID -> "VALID";
            case NOT_AUTHENTICATED -> "NOT AUTHENTICATED: self-consistent, but no trust was given (--trust)";
            case REFUSED -> "REFUSED";
        };
    }
}
