package org.paivand.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.util.Set;

/** Tells what was done and what was seen, and ends the story at the first thing that isn't as it must be. */
final class Narrator {
    private final PrintWriter out;
    private int seen;

    Narrator(PrintWriter out) {
        this.out = out;
    }

    void heading(String text) {
        line("");
        line(text);
    }

    /** Something worth knowing that nothing depends on. */
    void note(String text) {
        line("       " + text);
    }

    /** A fact that must hold. */
    void see(String fact, boolean holds) throws UnexpectedException {
        line((holds ? "  ok   " : "  NOT  ") + fact);
        if (!holds) {
            throw new UnexpectedException(fact);
        }
        seen++;
    }

    /** A success. */
    Answer see(String done, Answer answer, int status) throws UnexpectedException {
        see(done + ": " + answer.summary(), answer.status() == status);
        return answer;
    }

    /** A refusal, with the reason for each category that is withheld. */
    Answer see(String done, Answer answer, int status, String code) throws UnexpectedException {
        see(
                done + ": " + answer.summary(),
                answer.status() == status && answer.text("/code").equals(code));
        answer.json().path("withheld").forEach(this::reason);
        return answer;
    }

    /** A release: exactly these categories, and each withheld one with its reason. */
    Answer see(String done, Answer answer, Set<String> categories) throws UnexpectedException {
        see(
                done + ": " + answer.summary() + ", released " + answer.released(),
                answer.status() == 200 && answer.released().equals(categories));
        answer.json().path("withheld").forEach(this::reason);
        note("entry " + answer.text("/entry/eventId") + " was in the log before the answer left");
        return answer;
    }

    /** Whatever names a category and a reason. */
    void reason(JsonNode part) {
        note(part.path("category").asText() + ": \"" + part.path("reason").asText() + "\"");
    }

    int seen() {
        return seen;
    }

    void line(String text) {
        out.println(text);
        out.flush();
    }
}
