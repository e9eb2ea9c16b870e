package org.paivand.notice;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Sha256;

/**
 * One notice in one language.
 *
 * @param title neutral: it stands on paper that others may find
 * @param text exactly what is shown, read aloud or printed; what the hash in a consent is of
 */
public record NoticeText(Key key, Direction direction, String title, String text) {

    /** Which notice, in which version and language (BCP 47). */
    public record Key(String id, int version, String language) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::id).thenComparing(Key::version).thenComparing(Key::language);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }

        String fileName() {
            return id + "." + version + "." + language + ".md";
        }
    }

    /** How its script runs. */
    public enum Direction implements Coded {
        LTR("ltr"),
        RTL("rtl");

        private final String code;

        Direction(String code) {
            this.code = code;
        }

        @Override
        public String code() {
            return code;
        }
    }

    /** The text's bytes in UTF-8. */
    public byte[] bytes() {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public Sha256 sha256() {
        return Sha256.digest(bytes());
    }
}
