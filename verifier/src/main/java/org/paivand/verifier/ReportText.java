package org.paivand.verifier;

import java.util.ArrayList;
import java.util.List;
import org.paivand.audit.bundle.Manifest;
import org.paivand.audit.bundle.Scope;

/** A report for people: the answer is the last line. */
final class ReportText {
    private ReportText() {}

    static String of(Report report) {
        List<String> lines = new ArrayList<>();
        report.checkpoint()
                .ifPresent(checkpoint -> lines.add("log        " + checkpoint.origin() + ", "
                        + checkpoint.treeHead().size() + " entries, root "
                        + checkpoint.treeHead().root()));
        report.manifest().ifPresent(manifest -> lines.add(covered(manifest) + counted(report.counts())));
        report.proven()
                .ifPresent(proven -> lines.add("proven     entry " + proven.index() + ", "
                        + proven.type().code()));
        report.cosignedAt().forEach((witness, at) -> lines.add("witness    " + witness + " at " + at));
        report.notes().forEach(note -> lines.add("note       " + note));
        more(lines, "note       ", report.notesTotal() - report.notes().size());
        report.findings().forEach(finding -> lines.add("wrong      " + finding));
        more(lines, "wrong      ", report.findingsTotal() - report.findings().size());
        lines.add(answer(report.verdict()));
        return String.join(System.lineSeparator(), lines) + System.lineSeparator();
    }

    private static String covered(Manifest manifest) {
        return manifest.scope() == Scope.SELECTION
                ? "selected   entries of " + manifest.size() + ": "
                : "covered    entries " + manifest.from() + " to " + (manifest.to() - 1) + ": ";
    }

    private static String counted(Counts counts) {
        return counts.opened() + " opened, "
                + (counts.shredded() > 0 ? counts.shredded() + " erased with certificate, " : "")
                + (counts.unexplained() > 0 ? counts.unexplained() + " unexplained, " : "")
                + counts.replayed() + " decisions made again";
    }

    private static void more(List<String> lines, String label, long unlisted) {
        if (unlisted > 0) {
            lines.add(label + "and " + unlisted + " more");
        }
    }

    private static String answer(Verdict verdict) {
        return switch (verdict) {
            case VALID -> "VALID";
            case NOT_AUTHENTICATED -> "NOT AUTHENTICATED: self-consistent, but no trust was given (--trust)";
            case REFUSED -> "REFUSED";
        };
    }
}
