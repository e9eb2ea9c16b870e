package org.paivand.casefile.section;

/** One checked text of a section. Its {@code toString} never shows it; a public constructor takes it. */
public interface Value {

    String value();
}
