package org.paivand.rest;

/** How many proxies of the operator's stand before the node, each of which adds to X-Forwarded-For. */
public record Proxies(int count) {}
