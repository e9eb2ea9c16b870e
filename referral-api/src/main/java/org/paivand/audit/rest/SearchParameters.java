package org.paivand.audit.rest;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.paivand.audit.log.EntryType;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Purpose;
import org.paivand.entry.EntryCursor;
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
                instant("from", from),
                instant("to", to),
                read("type", type, EntryType::of),
                read("agency", agency, code -> AgencyId.of(code).value()),
                read("recipient", recipient, code -> AgencyId.of(code).value()),
                read("user", user, text -> Canonical.pseudonym(text, "user")),
                read("purpose", purpose, code -> Purpose.of(code).code()),
                read("basis", basis, code -> BasisType.of(code).code()),
                read("category", category, code -> Category.of(code).code()),
                read("outcome", outcome, Outcome::of),
                Optional.empty(),
                read("after", after, EntryCursor::of),
                Pages.limit(limit));
    }

    Optional<UUID> sameCaseAs() {
        return Optional.ofNullable(sameCaseAs).map(Ids::of);
    }

    private static <T> Optional<T> read(String name, @Nullable String text, Function<String, T> parser) {
        return text == null ? Optional.empty() : Optional.of(Codes.of(name, text, parser));
    }

    private static Optional<Instant> instant(String name, @Nullable String text) {
        return text == null ? Optional.empty() : Optional.of(Instants.of(name, text));
    }
}
