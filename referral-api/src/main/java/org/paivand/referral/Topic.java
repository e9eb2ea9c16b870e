package org.paivand.referral;

import java.util.Locale;
import org.paivand.disclosure.Coded;

/** What a provider may ask about before it answers: a part of the service request, never the person. */
public enum Topic implements Coded {
    SERVICES,
    AGE_GROUP,
    LANGUAGE,
    INTERPRETER,
    ACCESS_NEEDS,
    ACCOMPANYING_CHILDREN,
    GROUP,
    ARRIVAL,
    SEX_FOR_PLACEMENT,
    RISK_LEVEL,
    SAFETY_FLAGS,
    CONTACT;

    @Override
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
