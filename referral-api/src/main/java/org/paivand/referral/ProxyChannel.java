package org.paivand.referral;

import org.paivand.disclosure.Coded;

/** By which way a provider told its host what the host records for it. */
public enum ProxyChannel implements Coded {
    /** The host called the number that the registry has; a call that came in proves nothing. */
    TELEPHONE_CALLBACK("telephone-callback"),
    IN_PERSON("in-person"),
    PAPER_FORM("paper-form");

    private final String code;

    ProxyChannel(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
