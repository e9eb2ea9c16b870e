package org.paivand.mail;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** In which a mail is written. */
public enum MailLanguage implements Coded {
    TG,
    RU,
    EN;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    Locale locale() {
        return Locale.forLanguageTag(code());
    }
}
