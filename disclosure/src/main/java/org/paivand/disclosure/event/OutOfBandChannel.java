package org.paivand.disclosure.event;

import org.paivand.disclosure.Coded;

/** By which way something was told outside the node. */
public enum OutOfBandChannel implements Coded {
    IN_PERSON("in-person"),
    TELEPHONE("telephone"),
    MESSENGER("messenger"),
    E_MAIL("e-mail"),
    PAPER("paper");

    private final String code;

    OutOfBandChannel(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }
}
