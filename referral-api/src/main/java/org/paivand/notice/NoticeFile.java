package org.paivand.notice;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.paivand.disclosure.Coded;
import org.paivand.notice.NoticeText.Direction;

/**
 * A notice as a translator writes it: five header lines in their order, a line {@code ---}, and the text, in UTF-8. The text knows
 * headings ({@code # }, {@code ## }), list items ({@code - }) and paragraphs; everything else in it is shown as it stands.
 */
final class NoticeFile {
    static final int MAX_BYTES = 16 * 1024;

    private static final List<String> HEADER = List.of("notice", "version", "language", "direction", "title");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{2,62}");
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,3}");
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2})?");
    /** Characters that make a line look other than it is, or that nobody sees. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\p{Cc}&&[^\\n]]|[\\u00AD\\u200B\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF]");

    private final String name;

    private NoticeFile(String name) {
        this.name = name;
    }

    /** Reads it whole, or says what is wrong. */
    static NoticeText read(String name, byte[] bytes) throws InvalidNoticeException {
        return new NoticeFile(name).read(bytes);
    }

    private NoticeText read(byte[] bytes) throws InvalidNoticeException {
        require(bytes.length <= MAX_BYTES, "more than " + MAX_BYTES + " bytes");
        String whole = decoded(bytes);
        require(!UNSEEN.matcher(whole).find(), "a control character, a byte order mark or a carriage return");
        require(Normalizer.isNormalized(whole, Normalizer.Form.NFC), "not in Unicode normal form C");
        String[] lines = whole.split("\n", HEADER.size() + 2);
        require(lines.length == HEADER.size() + 2 && lines[HEADER.size()].equals("---"), "no header of five lines");
        List<String> values = header(lines);
        NoticeText notice = new NoticeText(
                new NoticeText.Key(
                        matching(ID, values.get(0)), version(values.get(1)), matching(LANGUAGE, values.get(2))),
                direction(values.get(3)),
                values.get(4),
                lines[HEADER.size() + 1]);
        check(notice);
        return notice;
    }

    private String decoded(byte[] bytes) throws InvalidNoticeException {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException other) {
            throw new InvalidNoticeException(name, "not UTF-8");
        }
    }

    private List<String> header(String[] lines) throws InvalidNoticeException {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < HEADER.size(); i++) {
            String prefix = HEADER.get(i) + ": ";
            require(lines[i].startsWith(prefix), "line " + (i + 1) + " of the header is not " + HEADER.get(i));
            String value = lines[i].substring(prefix.length());
            require(!value.isBlank() && value.length() <= 200, HEADER.get(i) + " has 1 to 200 characters");
            values.add(value);
        }
        return values;
    }

    private void check(NoticeText notice) throws InvalidNoticeException {
        require(
                notice.key().fileName().equals(name),
                "its name is not " + notice.key().fileName());
        require(!notice.text().isBlank() && notice.text().endsWith("\n"), "the text is empty or does not end its line");
        require(
                (notice.direction() == Direction.RTL) == runsRightToLeft(notice.text()),
                "the direction is not that of the text");
    }

    /** Whether most letters do. */
    private static boolean runsRightToLeft(String text) {
        long left = text.codePoints()
                .filter(letter -> Character.getDirectionality(letter) == Character.DIRECTIONALITY_LEFT_TO_RIGHT)
                .count();
        long right = text.codePoints()
                .filter(letter -> Character.getDirectionality(letter) == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                        || Character.getDirectionality(letter) == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
                .count();
        return right > left;
    }

    private int version(String value) throws InvalidNoticeException {
        return Integer.parseInt(matching(VERSION, value));
    }

    private Direction direction(String value) throws InvalidNoticeException {
        try {
            return Coded.of(Direction.class, value);
        } catch (IllegalArgumentException unknown) {
            throw new InvalidNoticeException(name, "the direction is ltr or rtl");
        }
    }

    private String matching(Pattern form, String value) throws InvalidNoticeException {
        require(form.matcher(value).matches(), "a value of the header has not its form");
        return value;
    }

    private void require(boolean sound, String otherwise) throws InvalidNoticeException {
        if (!sound) {
            throw new InvalidNoticeException(name, otherwise);
        }
    }
}
