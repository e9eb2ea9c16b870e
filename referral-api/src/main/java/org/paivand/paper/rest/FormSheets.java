package org.paivand.paper.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.paivand.html.Document;

/** Blank forms; nothing of anybody is in them. */
public final class FormSheets implements StreamingOutput {
    static final String TYPE = "text/html; charset=utf-8";

    private final byte[] bytes;

    FormSheets(Document document) {
        this.bytes = document.bytes(1);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
