package org.paivand.person.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.paivand.html.Document;

/** A page for a person. It holds codes, agencies and times, and on a receipt the two numbers, whose issue is an entry by then. */
public final class HtmlPage implements StreamingOutput {
    static final String TYPE = "text/html; charset=utf-8";

    /** Pages of one kind differ by what they tell; in size they differ by this much or not at all. */
    private static final int MULTIPLE = 4096;

    private final byte[] bytes;

    HtmlPage(Document document) {
        this.bytes = document.bytes(MULTIPLE);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
