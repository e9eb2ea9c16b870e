package org.paivand.holding.rest;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.paivand.casefile.Cases.Cursor;
import org.paivand.holding.Holdings.Place;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;
import org.paivand.rest.Pages;

/** Cursors of pages whose rows have a time and a UUID. */
final class Places {
    private Places() {}

    /** @throws ProblemException if the text is no cursor of ours */
    static Optional<Place> after(@Nullable String after) {
        return Pages.after(after)
                .map(cursor -> new Place(cursor.time(), Codes.text("after", cursor.id(), UUID::fromString)));
    }

    static Cursor cursor(Instant time, UUID id) {
        return new Cursor(time, id.toString());
    }
}
