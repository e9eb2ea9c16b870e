package org.paivand.disclosure;

/** A member of a closed list with a stable kebab-case name on the wire. */
public interface Coded {
    /** The wire name; once published it never changes its meaning. */
    String code();

    /**
     * Finds the constant with exactly this code.
     *
     * @throws IllegalArgumentException if none has it; the message names the list, never the given text
     */
    static <E extends Enum<E> & Coded> E of(Class<E> list, String code) {
        for (E constant : list.getEnumConstants()) {
            if (constant.code().equals(code)) {
                return constant;
            }
        }
        throw new IllegalArgumentException("not a code of " + list.getSimpleName());
    }
}
