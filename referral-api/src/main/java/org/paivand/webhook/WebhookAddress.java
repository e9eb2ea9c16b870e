package org.paivand.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;

/**
 * Where an agency's system takes notifications: HTTPS at a host with a name, and whether that name leads to a public address is
 * asked whenever something is sent. On one machine, for trials, HTTP to 127.0.0.1 can be allowed.
 */
public record WebhookAddress(URI uri) {
    private static final int LONGEST = 300;
    private static final Pattern NAME =
            Pattern.compile("(?=.{1,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z]{2,63}");
    private static final String LOOPBACK = "127.0.0.1";

    /** @throws IllegalArgumentException if nothing is to be sent there, whatever it leads to */
    public static WebhookAddress of(String text, boolean loopback) {
        try {
            URI uri = new URI(text);
            boolean usual = "https".equals(uri.getScheme())
                    && uri.getHost() != null
                    && NAME.matcher(uri.getHost()).matches();
            boolean trial = loopback && "http".equals(uri.getScheme()) && LOOPBACK.equals(uri.getHost());
            if (text.length() > LONGEST
                    || !(usual || trial)
                    || uri.getRawUserInfo() != null
                    || uri.getRawFragment() != null
                    || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
                throw new IllegalArgumentException("nothing is sent there");
            }
            return new WebhookAddress(uri);
        } catch (URISyntaxException malformed) {
            throw new IllegalArgumentException("no address");
        }
    }
}
