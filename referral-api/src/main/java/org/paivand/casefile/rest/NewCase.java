package org.paivand.casefile.rest;

/** The contract's NewCase: an empty object, so that it can hold something one day. */
public record NewCase() {}
