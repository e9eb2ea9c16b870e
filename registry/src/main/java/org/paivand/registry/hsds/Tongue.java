package org.paivand.registry.hsds;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.paivand.registry.language.Trilingual;

/** The language that names are told in: HSDS has room for one. */
public enum Tongue {
    TG,
    RU,
    EN;

    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Tongue> of(String code) {
        return Arrays.stream(values())
                .filter(tongue -> tongue.code().equals(code))
                .findFirst();
    }

    String of(Trilingual texts) {
        return switch (this) {
            case TG -> texts.tg();
            case RU -> texts.ru();
            case EN -> texts.en();
        };
    }
}
