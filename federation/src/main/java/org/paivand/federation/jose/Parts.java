package org.paivand.federation.jose;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.paivand.disclosure.json.InvalidDocumentException;
import org.paivand.disclosure.json.Members;
import org.paivand.disclosure.json.StrictJson;
import org.paivand.federation.Refusal;
import org.paivand.federation.RefusedException;

/** The parts of a compact serialization, each strict base64url; the first is a header that a reader takes whole. */
final class Parts {
    private final List<String> texts;

    private Parts(List<String> texts) {
        this.texts = texts;
    }

    static Parts of(String compact, int count, int maxBytes) throws RefusedException {
        if (compact.length() > maxBytes) {
            throw new RefusedException(Refusal.TOO_LARGE);
        }
        List<String> texts = new ArrayList<>();
        int start = 0;
        for (int dot = compact.indexOf('.'); dot >= 0 && texts.size() < count; dot = compact.indexOf('.', start)) {
            texts.add(compact.substring(start, dot));
            start = dot + 1;
        }
        texts.add(compact.substring(start));
        if (texts.size() != count) {
            throw new RefusedException(Refusal.MALFORMED);
        }
        for (String text : texts) {
            byte[] unusedStrict = Base64Url.decode(text);
        }
        return new Parts(texts);
    }

    byte[] bytes(int part) throws RefusedException {
        return Base64Url.decode(texts.get(part));
    }

    String text(int part) {
        return texts.get(part);
    }

    /** What a signature covers (RFC 7515 §5.1). */
    byte[] signed() {
        return (texts.get(0) + '.' + texts.get(1)).getBytes(StandardCharsets.US_ASCII);
    }

    /** Reads the header; a member more, less or twice, or of another type, refuses the message. */
    <T> T header(StrictJson.Reader<T> reader) throws RefusedException {
        try {
            return StrictJson.read(bytes(0), reader);
        } catch (InvalidDocumentException refused) {
            throw new RefusedException(Refusal.HEADER_REFUSED, refused);
        }
    }

    /** Takes a member that can have one value only. */
    static void fixed(Members members, String name, String value) throws InvalidDocumentException {
        String unusedOnly = members.value(name, text -> {
            if (!text.equals(value)) {
                throw new IllegalArgumentException("another value than the one there is");
            }
            return text;
        });
    }
}
