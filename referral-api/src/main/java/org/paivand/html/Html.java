package org.paivand.html;

import java.util.Collection;
import java.util.stream.Collectors;

/** A piece of HTML. What comes from elsewhere gets in by {@link #text} alone, which escapes it. */
public final class Html {
    public static final Html NOTHING = new Html("");

    private final String markup;

    Html(String markup) {
        this.markup = markup;
    }

    /** The text, whatever it holds, as text. */
    public static Html text(String text) {
        StringBuilder escaped = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            switch (next) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(next);
            }
        }
        return new Html(escaped.toString());
    }

    public static Html all(Html... parts) {
        return all(java.util.List.of(parts));
    }

    public static Html all(Collection<Html> parts) {
        return new Html(parts.stream().map(Html::markup).collect(Collectors.joining()));
    }

    public static Tag tag(String name) {
        return new Tag(name, "");
    }

    public String markup() {
        return markup;
    }

    @Override
    public String toString() {
        return markup;
    }
}
