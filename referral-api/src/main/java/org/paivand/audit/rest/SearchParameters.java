package org.paivand.audit.rest;

import jakarta.ws.rs.QueryParam;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paivand.audit.log.EntryType;
import org.paivand.audit.merkle.Hash;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.entry.EntryCursor;
import org.paivand.entry.EntryFilter;
import org.paivand.entry.EntryQuery;
import org.paivand.entry.Outcome;
import org.paivand.rest.Codes;
import org.paivand.rest.Ids;
import org.paivand.rest.Instants;
import org.paivand.rest.Pages;

/** The query parameters of a search, each a code or a pseudonym; a value that is neither is refused. */
public class SearchParameters {
    @QueryParam("from")
    @Nullable
    String from;

    @QueryParam("to")
    @Nullable
    String to;

    @QueryParam("type")
    @Nullable
    String type;

    @QueryParam("agency")
    @Nullable
    String agency;

    @QueryParam("recipient")
    @Nullable
    String recipient;

    @QueryParam("user")
    @Nullable
    String user;

    @QueryParam("purpose")
    @Nullable
    String purpose;

    @QueryParam("basis")
    @Nullable
    String basis;

    @QueryParam("category")
    @Nullable
    String category;

    @QueryParam("outcome")
    @Nullable
    String outcome;

    @QueryParam("sameCaseAs")
    @Nullable
    String sameCaseAs;

    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("limit")
    @Nullable
    String limit;

    EntryQuery query() {
        return new EntryQuery(
                filters(),
                instant("from", from),
                instant("to", to),
                Optional.ofNullable(after).map(text -> Codes.of("after", text, this::cursor)),
                Pages.limit(limit));
    }

    private Map<EntryFilter, String> filters() {
        Map<EntryFilter, String> filters = new EnumMap<>(EntryFilter.class);
        put(
                filters,
                EntryFilter.TYPE,
                type,
                Arrays.stream(EntryType.values()).map(EntryType::code).toList());
        put(filters, EntryFilter.AGENCY, agency, code -> AgencyId.of(code).value());
        put(filters, EntryFilter.RECIPIENT, recipient, code -> AgencyId.of(code).value());
        put(filters, EntryFilter.USER, user, text -> Canonical.pseudonym(text, "user"));
        put(filters, EntryFilter.PURPOSE, purpose, Codes.codes(Purpose.class));
        put(filters, EntryFilter.BASIS, basis, Codes.codes(BasisType.class));
        put(filters, EntryFilter.CATEGORY, category, Codes.codes(Category.class));
        put(
                filters,
                EntryFilter.OUTCOME,
                outcome,
                Arrays.stream(Outcome.values()).map(Outcome::code).toList());
        return filters;
    }

    /** Where the next page of this search begins; with another search it is refused, since it would leave entries out. */
    String text(EntryCursor next) {
        return next.text() + "-" + mark();
    }

    private EntryCursor cursor(String text) {
        String place = text.substring(0, Math.max(0, text.indexOf('-')));
        EntryCursor cursor = EntryCursor.of(place);
        if (!text(cursor).equals(text)) {
            throw new IllegalArgumentException("a cursor of another search");
        }
        return cursor;
    }

    private String mark() {
        String search = Arrays.asList(
                        from, to, type, agency, recipient, user, purpose, basis, category, outcome, sameCaseAs)
                .toString();
        return Hash.sha256(search.getBytes(StandardCharsets.UTF_8)).hex().substring(0, 16);
    }

    Optional<UUID> sameCaseAs() {
        return Optional.ofNullable(sameCaseAs).map(Ids::of);
    }

    private static void put(
            Map<EntryFilter, String> filters,
            EntryFilter filter,
            @Nullable String text,
            Function<String, String> parser) {
        if (text != null) {
            filters.put(filter, Codes.of(filter.name().toLowerCase(Locale.ROOT), text, parser));
        }
    }

    private static void put(
            Map<EntryFilter, String> filters, EntryFilter filter, @Nullable String text, List<String> allowed) {
        if (text != null) {
            filters.put(filter, Codes.among(filter.name().toLowerCase(Locale.ROOT), text, allowed));
        }
    }

    private static Optional<Instant> instant(String name, @Nullable String text) {
        return text == null ? Optional.empty() : Optional.of(Instants.of(name, text));
    }
}
