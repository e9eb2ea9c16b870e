package org.paivand.disclosure.json;

import org.paivand.disclosure.event.DisclosureEvent;

/** The bytes an entry of the log commits to, stored and hashed exactly so. Format {@code paivand-event/v1}. */
public final class EventJson {
    private EventJson() {}

    public static byte[] write(DisclosureEvent event) {
        return EventWriter.write(event);
    }

    /** Accepts exactly the bytes that {@link #write} makes. */
    public static DisclosureEvent parse(byte[] bytes) throws InvalidDocumentException {
        return EventReader.read(bytes);
    }
}
