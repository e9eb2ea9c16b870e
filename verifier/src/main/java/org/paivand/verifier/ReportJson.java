package org.paivand.verifier;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** A report for programs; members are added in later versions, never renamed. */
final class ReportJson {
    private ReportJson() {}

    static String of(Report report) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("subject", report.subject().code());
        json.put("verdict", report.verdict().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        report.checkpoint()
                .ifPresent(checkpoint -> json.putObject("log")
                        .put("origin", checkpoint.origin())
                        .put("size", checkpoint.treeHead().size())
                        .put("root", checkpoint.treeHead().root().hex()));
        report.manifest()
                .ifPresent(manifest -> json.putObject("covered")
                        .put("scope", manifest.scope().code())
                        .put("from", manifest.from())
                        .put("to", manifest.to())
                        .put("opened", report.counts().opened())
                        .put("shredded", report.counts().shredded())
                        .put("unexplained", report.counts().unexplained())
                        .put("replayed", report.counts().replayed()));
        report.proven()
                .ifPresent(proven -> json.putObject("proven")
                        .put("index", proven.index())
                        .put("type", proven.type().code()));
        ObjectNode witnesses = json.putObject("witnesses");
        report.cosignedAt().forEach((witness, at) -> witnesses.put(witness, at.toString()));
        ArrayNode notes = json.putArray("notes");
        for (Note note : report.notes()) {
            ObjectNode node = notes.addObject();
            note.index().ifPresent(index -> node.put("index", index));
            node.put("text", note.text());
        }
        json.put("notesTotal", report.notesTotal());
        ArrayNode findings = json.putArray("findings");
        for (Finding finding : report.findings()) {
            ObjectNode node = findings.addObject();
            finding.index().ifPresent(index -> node.put("index", index));
            node.put("code", finding.fault().code()).put("reason", finding.reason());
        }
        json.put("findingsTotal", report.findingsTotal());
        return json.toPrettyString() + System.lineSeparator();
    }
}
