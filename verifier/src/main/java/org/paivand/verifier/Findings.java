package org.paivand.verifier;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;

/** Collects what is wrong and what is worth a note; beyond a hundred of each it only counts. */
final class Findings {
    private static final int LISTED = 100;

    private final List<Finding> listed = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private long total;
    private long notesTotal;

    void add(Fault fault, String reason) {
        add(new Finding(OptionalLong.empty(), fault, reason));
    }

    void add(long index, Fault fault, String reason) {
        add(new Finding(OptionalLong.of(index), fault, reason));
    }

    void add(Finding finding) {
        total++;
        if (listed.size() < LISTED) {
            listed.add(finding);
        }
    }

    void note(String text) {
        note(new Note(OptionalLong.empty(), text));
    }

    void note(long index, String text) {
        note(new Note(OptionalLong.of(index), text));
    }

    private void note(Note note) {
        notesTotal++;
        if (notes.size() < LISTED) {
            notes.add(note);
        }
    }

    List<Finding> listed() {
        return List.copyOf(listed);
    }

    long total() {
        return total;
    }

    List<Note> notes() {
        return List.copyOf(notes);
    }

    long notesTotal() {
        return notesTotal;
    }
}
