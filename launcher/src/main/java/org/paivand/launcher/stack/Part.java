package org.paivand.launcher.stack;

import java.util.Locale;

/** What an installation consists of; developers leave one out to run their own in its place. */
public enum Part {
    DATABASE,
    KEYCLOAK,
    NODE,
    WITNESSES;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
