package org.paivand.rest;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where a request comes from, as far as that can be known; kept nowhere. */
public final class Address {
    private Address() {}

    /**
     * The address before the operator's own proxies. What a client itself wrote into X-Forwarded-For is never believed. Of IPv6 the
     * network (64 bits), since whoever has one address has all of it.
     *
     * @param peer of the connection
     * @param proxies how many of the operator's stand between
     */
    public static String of(String peer, @Nullable String forwardedFor, int proxies) {
        List<String> road = Optional.ofNullable(forwardedFor).stream()
                .flatMap(header -> Arrays.stream(header.split(",", -1)))
                .map(String::strip)
                .toList();
        int index = road.size() - proxies;
        String address = proxies == 0 || index < 0 || index >= road.size() ? peer : road.get(index);
        return address.contains(":") ? network(address) : address;
    }

    private static String network(String address) {
        String[] head = address.replaceFirst("%.*", "").split("::", 2)[0].split(":", -1);
        return String.join(":", Arrays.asList(head).subList(0, Math.min(4, head.length)));
    }
}
