package org.paivand.registry.service;

import org.paivand.disclosure.Coded;

/** Whom a place kept apart by sex takes in; says nothing about who a person is. */
public enum SexForPlacement implements Coded {
    FEMALE("female"),
    MALE("male");

    private final String code;

    SexForPlacement(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    public static SexForPlacement of(String code) {
        return Coded.of(SexForPlacement.class, code);
    }
}
