package org.paivand.disclosure;

/** A member of a closed list with a stable kebab-case name on the wire. */
public interface Coded {
    /** The wire name; once published it never changes its meaning. */
    String code();

    /**
     * Finds the constant with exactly this code.
     *
     * @throws UnknownCodeException if none has it; the message names the list, never the given text
     */
    static <E extends Enum<E> & Coded> E of(Class<E> list, String code) {
        for (E constant : list.getEnumConstants()) {
            if (constant.code().equals(code)) {
                return constant;
            }
        }
        throw new UnknownCodeException("not a code of " + list.getSimpleName());
    }

    /** The text is no code of the list. */
    final class UnknownCodeException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        private UnknownCodeException(String message) {
            super(message);
        }
    }
}
