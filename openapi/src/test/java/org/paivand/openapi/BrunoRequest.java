package org.paivand.openapi;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A request of a Bruno collection: blocks that begin at a line's begin with a name and end there with a brace. */
public final class BrunoRequest {
    private static final Pattern VARIABLE = Pattern.compile("\\{\\{([^}]+)}}");
    private static final Pattern SET = Pattern.compile("bru\\.setVar\\(\"(\\w+)\"");
    private static final Set<String> METHODS = Set.of("get", "post", "put", "delete", "patch");

    private final Map<String, String> blocks = new LinkedHashMap<>();

    /** @throws IllegalArgumentException if the text has another form */
    public BrunoRequest(String text) {
        Optional<String> open = Optional.empty();
        List<String> lines = new ArrayList<>();
        for (String line : text.lines().toList()) {
            if (open.isEmpty() && line.endsWith(" {") && !line.startsWith(" ")) {
                open = Optional.of(line.substring(0, line.length() - 2));
                lines.clear();
            } else if (open.isPresent() && line.equals("}")) {
                blocks.put(open.get(), String.join("\n", lines));
                open = Optional.empty();
            } else if (open.isPresent() && line.startsWith("  ")) {
                lines.add(line.substring(2));
            } else if (!line.isEmpty()) {
                throw new IllegalArgumentException("not in a block: " + line);
            }
        }
    }

    int sequence() {
        return Integer.parseInt(pairs("meta").getOrDefault("seq", "0"));
    }

    String method() {
        return blocks.keySet().stream().filter(METHODS::contains).findFirst().orElseThrow();
    }

    String url() {
        return pairs(method()).getOrDefault("url", "");
    }

    public boolean isOfTheNode() {
        return url().startsWith("{{node}}/");
    }

    boolean hasToken() {
        return pairs(method()).getOrDefault("auth", "").equals("bearer")
                && pairs("auth:bearer").getOrDefault("token", "").matches("\\{\\{\\w+Token}}");
    }

    /** The variable that holds the token. */
    public String token() {
        return pairs("auth:bearer").getOrDefault("token", "").replaceAll("[{}]", "");
    }

    /** The status of the answer. */
    public int expected() {
        return Integer.parseInt(pairs("assert").getOrDefault("res.status", "").replace("eq ", ""));
    }

    /** Which part of the answer each variable gets that those after it use. */
    public Map<String, String> taken() {
        return pairs("vars:post-response");
    }

    /** With its query, as it would be sent; {@code node} is where the node is. */
    public String address(Map<String, String> values) {
        return filled(url(), values);
    }

    /** Of the table that Bruno shows, which must say the same as the address. */
    Map<String, String> shownQuery() {
        return pairs("params:query");
    }

    /** The names that it needs from elsewhere, in any of its parts. */
    Set<String> uses() {
        Set<String> uses = VARIABLE.matcher(String.join("\n", blocks.values()))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        uses.removeAll(setBefore());
        return uses;
    }

    /** The names that it sets, for itself or for those that come after it. */
    Set<String> sets() {
        Set<String> sets = setBefore();
        sets.addAll(taken().keySet());
        return sets;
    }

    /** As it would be sent. */
    public Sent sent(Map<String, String> values) {
        String address =
                address(values).substring(values.getOrDefault("node", "").length());
        int mark = address.indexOf('?');
        Map<String, String> headers = new LinkedHashMap<>();
        pairs("headers").forEach((name, value) -> headers.put(name, filled(value, values)));
        headers.put("Authorization", "Bearer example");
        Optional<String> body = Optional.ofNullable(blocks.get("body:json")).map(text -> filled(text, values));
        body.ifPresent(any -> headers.put("Content-Type", "application/json"));
        return new Sent(
                method().toUpperCase(java.util.Locale.ROOT),
                mark < 0 ? address : address.substring(0, mark),
                query(mark < 0 ? "" : address.substring(mark + 1)),
                headers,
                body);
    }

    static Map<String, String> query(String text) {
        Map<String, String> query = new LinkedHashMap<>();
        for (String pair : List.of(text.split("&", -1))) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.put(
                        pair.substring(0, equals),
                        URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
            }
        }
        return query;
    }

    private Set<String> setBefore() {
        return SET.matcher(blocks.getOrDefault("script:pre-request", ""))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, String> pairs(String block) {
        Map<String, String> pairs = new LinkedHashMap<>();
        for (String line : blocks.getOrDefault(block, "").lines().toList()) {
            int colon = line.indexOf(": ");
            if (colon > 0) {
                pairs.put(
                        line.substring(0, colon).strip(),
                        line.substring(colon + 2).strip());
            }
        }
        return pairs;
    }

    private static String filled(String text, Map<String, String> values) {
        return VARIABLE.matcher(text).replaceAll((MatchResult found) -> {
            String value = values.get(found.group(1));
            if (value == null) {
                throw new IllegalArgumentException("nobody sets " + found.group(1));
            }
            return Matcher.quoteReplacement(value);
        });
    }
}
