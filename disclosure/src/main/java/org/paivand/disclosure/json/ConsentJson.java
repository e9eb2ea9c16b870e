package org.paivand.disclosure.json;

import org.paivand.disclosure.consent.ConsentEvent;

/** One consent event as bytes: what is sealed and kept. Format {@code paivand-consent-event/v1}. */
public final class ConsentJson {
    private static final String FORMAT = "paivand-consent-event/v1";

    private ConsentJson() {}

    public static byte[] write(ConsentEvent event) {
        return StrictJson.compact(ConsentWriter.write(Nodes.document(FORMAT), event));
    }

    /** Accepts exactly the bytes that {@link #write} makes. */
    public static ConsentEvent parse(byte[] bytes) throws InvalidDocumentException {
        return StrictJson.read(bytes, ConsentJson::read, ConsentJson::write);
    }

    private static ConsentEvent read(Members members) throws InvalidDocumentException {
        members.format(FORMAT);
        return ConsentReader.event(members);
    }
}
