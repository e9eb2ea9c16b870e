package org.paivand.casefile.section;

import java.util.Optional;

/**
 * The paper a person travels with.
 *
 * @param number absent if there is no document
 */
public record TravelDocument(
        DocumentType type, DocumentStatus status, Optional<DocumentNumber> number, Optional<Country> issuedBy) {

    public TravelDocument {
        Checks.consistent(type != DocumentType.NONE || number.isEmpty(), "number");
    }

    TravelDocument withoutNumber() {
        return new TravelDocument(type, status, Optional.empty(), issuedBy);
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
