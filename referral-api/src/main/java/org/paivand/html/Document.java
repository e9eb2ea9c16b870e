package org.paivand.html;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A whole page with one style sheet inside it and nothing that is fetched.
 *
 * @param direction {@code ltr} or {@code rtl}
 */
public record Document(String language, String direction, String title, Stylesheet style, Html body) {

    /** One style sheet; its hash lets it through the page's content security policy. */
    public record Stylesheet(String css) {
        public Stylesheet {
            if (css.contains("<") || css.contains("url(") || css.contains("@import")) {
                throw new IllegalArgumentException("a style sheet neither ends itself nor fetches anything");
            }
        }

        /** The policy (CSP level 3) of a page that shows this style, posts to its own site, and does nothing else. */
        public String policy() {
            return policy(List.of(this));
        }

        /** The same for pages of which each shows one of these styles. */
        public static String policy(List<Stylesheet> styles) {
            String hashes = styles.stream()
                    .map(style -> "'sha256-" + style.sha256() + "'")
                    .collect(Collectors.joining(" "));
            return "default-src 'none'; style-src " + hashes
                    + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        }

        private String sha256() {
            try {
                byte[] hash = MessageDigest.getInstance("SHA-256").digest(css.getBytes(StandardCharsets.UTF_8));
                return Base64.getEncoder().encodeToString(hash);
            } catch (NoSuchAlgorithmException missing) {
                throw new IllegalStateException("every Java platform has SHA-256", missing);
            }
        }
    }

    /**
     * The page in UTF-8, filled with blanks to a multiple of a size.
     *
     * @param multiple in bytes: whoever sees how much goes over the line learns no more than how many of these it is
     */
    public byte[] bytes(int multiple) {
        byte[] page = markup().getBytes(StandardCharsets.UTF_8);
        int size = (page.length + multiple - 1) / multiple * multiple;
        byte[] filled = java.util.Arrays.copyOf(page, size);
        java.util.Arrays.fill(filled, page.length, size, (byte) ' ');
        return filled;
    }

    private String markup() {
        Html head = Html.tag("head")
                .holding(
                        Html.tag("meta").with("charset", "utf-8").empty(),
                        Html.tag("meta")
                                .with("name", "viewport")
                                .with("content", "width=device-width, initial-scale=1")
                                .empty(),
                        Html.tag("meta")
                                .with("name", "robots")
                                .with("content", "noindex, nofollow")
                                .empty(),
                        Html.tag("title").text(title),
                        new Html("<style>" + style.css() + "</style>"));
        return "<!DOCTYPE html>\n"
                + Html.tag("html")
                        .with("lang", language)
                        .with("dir", direction)
                        .holding(head, Html.tag("body").holding(body))
                + "\n";
    }
}
