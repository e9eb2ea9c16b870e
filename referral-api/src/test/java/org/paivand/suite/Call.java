package org.paivand.suite;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/**
 * A request to the node.
 *
 * @param path with its query, if there is one
 * @param chunked sent without a length
 * @param proper whether the contract allows the request; its answer is held against the contract in any case
 */
record Call(
        String method,
        String path,
        Map<String, String> headers,
        Optional<String> body,
        boolean chunked,
        boolean proper) {
    private static final Tokens TOKENS = TestNode.prepared().tokens();

    static Call get(String path) {
        return of("GET", path);
    }

    static Call post(String path) {
        return of("POST", path);
    }

    static Call delete(String path) {
        return of("DELETE", path);
    }

    static Call put(String path) {
        return of("PUT", path);
    }

    static Call of(String method, String path) {
        return new Call(method, path, Map.of(), Optional.empty(), false, true);
    }

    Call as(Account account) {
        Call named = bearer(TOKENS.of(account));
        return account.worker()
                .map(worker -> named.header("Paivand-Worker", worker))
                .orElse(named);
    }

    Call bearer(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** With a key never used before. */
    Call once() {
        return once(UUID.randomUUID().toString());
    }

    Call once(String key) {
        return header("Idempotency-Key", key);
    }

    Call header(String name, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(name, value);
        return new Call(method, path, more, body, chunked, proper);
    }

    Call json(String json) {
        return header("Content-Type", "application/json").body(json);
    }

    Call body(String text) {
        return new Call(method, path, headers, Optional.of(text), chunked, proper);
    }

    Call inChunks() {
        return new Call(method, path, headers, body, true, proper);
    }

    /** A request that the contract forbids. */
    Call improper() {
        return new Call(method, path, headers, body, chunked, false);
    }

    /** Without the token. */
    @Override
    public String toString() {
        return method + " " + path + " " + body.orElse("");
    }

    Reply send() {
        return Wire.send(this);
    }
}
