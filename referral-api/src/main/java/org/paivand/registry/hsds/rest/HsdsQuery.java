package org.paivand.registry.hsds.rest;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RequestError;
import org.paivand.registry.hsds.PublicFilter;
import org.paivand.registry.hsds.Tongue;
import org.paivand.registry.hsds.Vocabulary;
import org.paivand.registry.hsds.json.PublicAnswers.Detail;
import org.paivand.registry.hsds.json.PublicAnswers.Part;

/**
 * The parameters of one request. A parameter that an operation doesn't know is refused: whoever narrows a search and gets all of
 * it anyway would send people to the wrong door.
 */
final class HsdsQuery {
    static final String LANG = "lang";

    private static final int USUAL_SIZE = 50;
    private static final int LARGEST = 100;
    private static final int LARGEST_MINIMAL = 5000;
    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,6}");
    private static final int LONGEST_SEARCH = 100;

    /** What HSDS knows and this directory can't do; the name may be told. */
    private static final Set<String> OF_HSDS = Set.of(
            "search",
            "page",
            "per_page",
            "format",
            "taxonomy_term_id",
            "taxonomy_id",
            "organization_id",
            "modified_after",
            "minimal",
            "full",
            "full_service",
            "postcode",
            "proximity",
            "top_only",
            "parent_id",
            LANG);

    private final MultivaluedMap<String, String> given;
    private final Tongue tongue;

    private HsdsQuery(MultivaluedMap<String, String> given, String acceptLanguage) {
        this.given = given;
        this.tongue = one(LANG, text -> Tongue.of(text).orElseThrow(IllegalArgumentException::new), "not-in-list")
                .orElseGet(() -> accepted(acceptLanguage));
    }

    /** @throws ProblemException naming each parameter that isn't among these, or is there twice */
    static HsdsQuery of(UriInfo uri, String acceptLanguage, String... known) {
        MultivaluedMap<String, String> given = uri.getQueryParameters();
        Set<String> names = Set.of(known);
        List<RequestError> errors = new ArrayList<>();
        given.forEach((name, values) -> {
            if (!names.contains(name) && !name.equals(LANG)) {
                errors.add(new RequestError(OF_HSDS.contains(name) ? name : "", "unknown-member"));
            } else if (values.size() > 1) {
                errors.add(new RequestError(name, "duplicate-member"));
            }
        });
        if (!errors.isEmpty()) {
            throw ProblemException.invalid(errors.stream().distinct().toList());
        }
        HsdsQuery query = new HsdsQuery(given, acceptLanguage);
        query.one("format", HsdsQuery::json, "not-in-list");
        return query;
    }

    Tongue tongue() {
        return tongue;
    }

    Part part() {
        int largest = detail() == Detail.MINIMAL ? LARGEST_MINIMAL : LARGEST;
        int usual = detail() == Detail.MINIMAL ? LARGEST_MINIMAL : USUAL_SIZE;
        return new Part(number("page", 1, 1_000_000), number("per_page", usual, largest));
    }

    Detail detail() {
        boolean minimal = truth("minimal");
        boolean full = truth("full");
        if (minimal && full) {
            throw ProblemException.invalid("full", "contradiction");
        }
        return minimal ? Detail.MINIMAL : full ? Detail.FULL : Detail.PLAIN;
    }

    /** What isn't there is found by nobody: an id that names nothing finds nothing, and what can't be an id is refused. */
    PublicFilter filter() {
        return new PublicFilter(
                one("search", HsdsQuery::words, "bad-pattern"),
                one(
                        "taxonomy_term_id",
                        id -> Vocabulary.termWithId(id).orElseThrow(IllegalArgumentException::new),
                        "not-in-list"),
                one(
                        "taxonomy_id",
                        id -> Vocabulary.withId(id).orElseThrow(IllegalArgumentException::new),
                        "not-in-list"),
                id("organization_id"));
    }

    Optional<String> id(String name) {
        return one(name, HsdsQuery::uuid, "bad-pattern");
    }

    boolean truth(String name) {
        return one(name, HsdsQuery::bool, "bad-pattern").orElse(false);
    }

    private int number(String name, int usual, int most) {
        return one(
                        name,
                        text -> {
                            if (!NUMBER.matcher(text).matches() || Integer.parseInt(text) > most) {
                                throw new IllegalArgumentException("not in range");
                            }
                            return Integer.parseInt(text);
                        },
                        "out-of-range")
                .orElse(usual);
    }

    private <T> Optional<T> one(String name, Function<String, T> reader, String fault) {
        return Optional.ofNullable(given.getFirst(name)).map(text -> {
            try {
                return reader.apply(text);
            } catch (IllegalArgumentException refused) {
                throw ProblemException.invalid(name, fault);
            }
        });
    }

    private static String json(String text) {
        if (!text.equals("json")) {
            throw new IllegalArgumentException("no other format");
        }
        return text;
    }

    private static String words(String text) {
        if (text.isBlank() || text.length() > LONGEST_SEARCH || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("words to look for");
        }
        return text;
    }

    private static String uuid(String text) {
        if (!text.matches("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")) {
            throw new IllegalArgumentException("not an id");
        }
        return text;
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("true or false");
        };
    }

    /** The first language asked for that names are told in; English if there is none, or if the header is malformed. */
    private static Tongue accepted(String header) {
        return ranges(header)
                .flatMap(range -> Tongue.of(range.getRange().replaceFirst("-.*", "")).stream())
                .findFirst()
                .orElse(Tongue.EN);
    }

    private static Stream<Locale.LanguageRange> ranges(String header) {
        try {
            return header.isBlank()
                    ? Stream.empty()
                    : Locale.LanguageRange.parse(header).stream().filter(range -> range.getWeight() > 0);
        } catch (IllegalArgumentException malformed) {
            return Stream.empty();
        }
    }
}
