package org.paivand.registry.hsds.csv;

/**
 * Cells that a spreadsheet would compute. They are written with an apostrophe before them and read without it; one that stands
 * there as it is comes from somebody else, and is refused.
 */
final class Formulas {
    /** The last four are what some spreadsheets take for the first. */
    private static final String BEGINNINGS = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

    private static final char MARK = '\'';

    private Formulas() {}

    static boolean begins(String text) {
        return !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    }

    /** Each text has one escape, and each escape comes of one text: also of one that has apostrophes of its own. */
    static String escaped(String text) {
        return isMarked(text) ? MARK + text : text;
    }

    static String unescaped(String cell) {
        return cell.length() > 1 && cell.charAt(0) == MARK && isMarked(cell) ? cell.substring(1) : cell;
    }

    /** Whether a formula begins after none or more apostrophes. */
    private static boolean isMarked(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == MARK) {
            start++;
        }
        return begins(text.substring(start));
    }
}
