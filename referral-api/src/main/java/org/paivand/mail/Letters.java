package org.paivand.mail;

import java.net.URI;
import java.util.Optional;
import java.util.ResourceBundle;
import org.paivand.mail.Subscriptions.Keyed;

/** The two mails there are. Neither says what happened, how often, to whom, to which agency, or what kind of house sends it. */
public final class Letters {
    /** Below which the way out lies; it tells nothing. */
    public static final String PATH = "/u/";

    private final Optional<URI> site;

    /** @param site the node's address as readers reach it, without a path; without it a mail names none and no way out */
    public Letters(Optional<URI> site) {
        this.site = site;
    }

    /** What is due to it. */
    Letter of(Keyed keyed) {
        return keyed.subscription().standing() == Standing.CONFIRMED ? news(keyed) : code(keyed);
    }

    private Letter news(Keyed keyed) {
        ResourceBundle texts = texts(keyed);
        String text = texts.getString("news.text")
                + site.map(address -> "\n\n" + address).orElse("");
        Optional<URI> way = site.map(address -> address.resolve(
                PATH + keyed.subscription().id() + "." + keyed.key().word()));
        return letter(keyed, texts.getString("news.subject"), text, way);
    }

    private Letter code(Keyed keyed) {
        ResourceBundle texts = texts(keyed);
        String text = keyed.key().code() + "\n\n" + texts.getString("code.text");
        return letter(keyed, texts.getString("code.subject"), text, Optional.empty());
    }

    private static Letter letter(Keyed keyed, String subject, String text, Optional<URI> way) {
        Subscription subscription = keyed.subscription();
        return new Letter(
                subscription.address(),
                texts(keyed).getString("sender"),
                subject,
                text + "\n",
                subscription.language(),
                way);
    }

    private static ResourceBundle texts(Keyed keyed) {
        return ResourceBundle.getBundle(
                "org.paivand.mail.letters",
                keyed.subscription().language().locale(),
                Letters.class.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }
}
