package org.paivand.notice.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.paivand.notice.NoticeText;

/** A notice, byte for byte as it was hashed; written for everybody and about nobody. */
public final class NoticeBytes implements StreamingOutput {
    private final byte[] bytes;

    NoticeBytes(NoticeText notice) {
        this.bytes = notice.bytes();
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
