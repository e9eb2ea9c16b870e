package org.paivand.mail.rest;

import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import org.paivand.html.Document;
import org.paivand.html.Html;
import org.paivand.person.page.Pages;

/** The two pages of the way out, in three languages at once: they know nobody. They look like the node's other pages. */
public final class WayOutPage implements StreamingOutput {
    static final String TYPE = "text/html; charset=utf-8";
    private static final int MULTIPLE = 4096;

    private final byte[] bytes;

    private WayOutPage(Html body) {
        Html main = Html.tag("main").with("id", "content").holding(body);
        this.bytes = new Document("tg", "ltr", "Паёмҳо", Pages.style(), main).bytes(MULTIPLE);
    }

    /** Asks; only a button ends anything, since programs follow links. */
    static WayOutPage question(String path) {
        return new WayOutPage(Html.all(
                words("Дигар нома нафиристем?", "Больше не присылать писем?", "Send no more mails?"),
                Html.tag("form")
                        .with("method", "post")
                        .with("action", path)
                        .holding(Html.tag("button").text("Ҳа · Да · Yes"))));
    }

    static WayOutPage done() {
        return new WayOutPage(words("Дигар нома намеояд.", "Писем больше не будет.", "No more mails will be sent."));
    }

    static WayOutPage failed() {
        return new WayOutPage(words(
                "Ҳоло намешавад. Дертар бори дигар кӯшиш кунед.",
                "Сейчас не получается. Попробуйте позже ещё раз.",
                "It does not work now. Please try again later."));
    }

    private static Html words(String tg, String ru, String en) {
        return Html.all(word("tg", tg), word("ru", ru), word("en", en));
    }

    private static Html word(String language, String text) {
        return Html.tag("p").with("lang", language).text(text);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        out.write(bytes);
    }
}
