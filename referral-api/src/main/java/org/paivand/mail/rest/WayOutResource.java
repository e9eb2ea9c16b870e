package org.paivand.mail.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.paivand.mail.Letters;
import org.paivand.mail.MailDesk;

/**
 * Where a mail's {@code List-Unsubscribe} leads (RFC 8058): whoever reads mails at an address ends them without an account. What
 * is answered is the same whether there was anything to end.
 */
@Path("")
@RequestScoped
@Produces(WayOutPage.TYPE)
public class WayOutResource {
    private static final Pattern WAY =
            Pattern.compile("([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\\.([A-Za-z0-9_-]{22})");

    @Inject
    MailDesk desk;

    @GET
    @Path("{way}")
    public WayOutPage ask(@PathParam("way") String way) {
        return WayOutPage.question(Letters.PATH + read(way).group());
    }

    /** The body says one word that is known beforehand, so it isn't read. */
    @POST
    @Path("{way}")
    public WayOutPage end(@PathParam("way") String way) {
        Matcher read = read(way);
        desk.end(UUID.fromString(read.group(1)), read.group(2));
        return WayOutPage.done();
    }

    private static Matcher read(String way) {
        Matcher read = WAY.matcher(way);
        if (!read.matches()) {
            throw new NotFoundException();
        }
        return read;
    }
}
