package org.paivand.audit.note;

/** C2SP signed-note, Format: a key name is not empty and has no Unicode space, no plus, no control character. */
final class KeyNames {
    private KeyNames() {}

    static boolean isValid(String name) {
        return !name.isEmpty()
                && name.codePoints()
                        .noneMatch(c -> c == '+'
                                || c == 0x85
                                || Character.isWhitespace(c)
                                || Character.isSpaceChar(c)
                                || Character.isISOControl(c)
                                || Character.getType(c) == Character.SURROGATE);
    }
}
