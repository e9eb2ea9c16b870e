package org.paivand.casefile.section;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** A closed list of the contract whose wire names are its constants in kebab-case. */
interface Listed extends Coded {

    String name();

    @Override
    default String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
