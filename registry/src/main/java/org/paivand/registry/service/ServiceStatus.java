package org.paivand.registry.service;

import org.paivand.disclosure.Coded;

/** Whether a service can be asked for. */
public enum ServiceStatus implements Coded {
    ACTIVE("active"),
    INACTIVE("inactive"),
    TEMPORARILY_CLOSED("temporarily-closed");

    private final String code;

    ServiceStatus(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static ServiceStatus of(String code) {
        return Coded.of(ServiceStatus.class, code);
    }
}
