package org.paivand.disclosure.event;

import static org.paivand.disclosure.Canonical.require;

import org.paivand.disclosure.Canonical;

/**
 * Keys were destroyed by two people.
 *
 * @param authoriser pseudonym of who asked for it; who confirmed it, and so did it, stands in the head
 */
public record ErasureCertified(EventHead head, Erasure erased, String authoriser) implements DisclosureEvent {
    public ErasureCertified {
        Canonical.pseudonym(authoriser, "authoriser");
        require(!authoriser.equals(head.discloser().user()), "erasing takes two people");
        require(
                erased.fold(ofCase -> true, ofOpenings -> false)
                        == head.caseAlias().isPresent(),
                "a case is named if, and only if, it was erased");
    }

    @Override
    public EventType type() {
        return EventType.ERASURE_CERTIFICATE;
    }

    @Override
    public <T> T fold(Cases<T> cases) {
        return cases.erasure(this);
    }
}
