package org.paivand.audit.note;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.paivand.audit.MalformedException;
import org.paivand.audit.Strict;

/**
 * Text with signatures under it (C2SP signed-note). Parsing proves nothing: only {@link VerifierKey#verify} does.
 *
 * @param text ends in a newline
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    /** Longest note that is read. */
    public static final int MAX_BYTES = 65_536;

    /** Most signatures that are read; the specification asks for at least 16. */
    public static final int MAX_SIGNATURES = 100;

    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!isNoteText(text) || signatures.isEmpty() || signatures.size() > MAX_SIGNATURES) {
            throw new IllegalArgumentException("a note has text without control characters, and 1 to 100 signatures");
        }
    }

    public static SignedNote parse(byte[] bytes) throws MalformedException {
        if (bytes.length > MAX_BYTES) {
            throw new MalformedException("note longer than " + MAX_BYTES + " bytes");
        }
        String whole = Strict.utf8(bytes);
        int blank = whole.lastIndexOf("\n\n");
        if (blank < 0 || !whole.endsWith("\n") || !isNoteText(whole)) {
            throw new MalformedException("not a signed note");
        }
        String text = whole.substring(0, blank + 1);
        String lines = whole.substring(blank + 2);
        List<NoteSignature> signatures = new ArrayList<>();
        for (int start = 0; start < lines.length(); ) {
            int end = lines.indexOf('\n', start);
            signatures.add(NoteSignature.parse(lines.substring(start, end)));
            start = end + 1;
        }
        if (signatures.isEmpty() || signatures.size() > MAX_SIGNATURES || !isNoteText(text)) {
            throw new MalformedException("a note has text and 1 to 100 signatures");
        }
        return new SignedNote(text, signatures);
    }

    public byte[] encode() {
        StringBuilder out = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> out.append(signature.line()));
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** This note with further signatures; those it has already are not repeated. */
    public SignedNote with(List<NoteSignature> more) {
        LinkedHashSet<NoteSignature> all = new LinkedHashSet<>(signatures);
        all.addAll(more);
        return new SignedNote(text, List.copyOf(all));
    }

    /** Ends in a newline, has no ASCII control character but newline, no unpaired surrogate. */
    static boolean isNoteText(String text) {
        return text.endsWith("\n")
                && text.codePoints()
                        .noneMatch(c -> (c < ' ' && c != '\n') || Character.getType(c) == Character.SURROGATE);
    }
}
