package org.paivand.person.rest;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.paivand.person.page.Step;

/** The fields of a form, exactly those that its step sends; anything else is no form of ours. */
record Fields(Step step, Map<String, List<String>> values) {
    static final int MAX_BYTES = 8 * 1024;

    private static final int MOST = 120;
    private static final String PART = "part";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** Empty if it is none. */
    static Optional<Fields> of(byte[] body) {
        try {
            return decoded(body).flatMap(Fields::checked);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    /**
     * The fields of a form as it is sent, at most {@link #MOST} of them; empty if there are more, or too many bytes.
     *
     * @throws IllegalArgumentException if it is malformed
     */
    static Optional<Map<String, List<String>>> decoded(byte[] body) {
        String[] pairs = new String(body, StandardCharsets.US_ASCII).split("&", MOST + 1);
        if (body.length > MAX_BYTES || pairs.length > MOST) {
            return Optional.empty();
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : pairs) {
            String[] parts = pair.split("=", 2);
            if (parts.length != 2) {
                return Optional.empty();
            }
            values.computeIfAbsent(decoded(parts[0]), name -> new ArrayList<>()).add(decoded(parts[1]));
        }
        return Optional.of(values);
    }

    private static Optional<Fields> checked(Map<String, List<String>> values) {
        List<String> steps = values.getOrDefault("step", List.of());
        if (steps.size() != 1) {
            return Optional.empty();
        }
        Step step = Step.of(steps.get(0));
        Set<String> names = new LinkedHashSet<>(values.keySet());
        names.remove("step");
        boolean once = values.entrySet().stream()
                .allMatch(
                        field -> field.getKey().equals(PART) || field.getValue().size() == 1);
        boolean whole = step.fields().stream().allMatch(name -> name.equals(PART) || names.contains(name));
        boolean ids = values.getOrDefault(PART, List.of()).stream()
                .allMatch(part -> ID.matcher(part).matches());
        return once && whole && ids && step.fields().containsAll(names)
                ? Optional.of(new Fields(step, values))
                : Optional.empty();
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    String one(String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    Set<UUID> parts() {
        Set<UUID> parts = new LinkedHashSet<>();
        values.getOrDefault(PART, List.of()).forEach(part -> parts.add(UUID.fromString(part)));
        return parts;
    }
}
