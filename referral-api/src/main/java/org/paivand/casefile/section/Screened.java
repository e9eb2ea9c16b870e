package org.paivand.casefile.section;

/** One indicator, and what the worker found of it. */
public record Screened(Indicator indicator, ScreeningFinding finding) {

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
