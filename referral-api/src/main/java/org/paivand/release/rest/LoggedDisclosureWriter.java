package org.paivand.release.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import jakarta.inject.Inject;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.paivand.disclosure.decision.ReasonCode;
import org.paivand.disclosure.decision.ReasonTexts;
import org.paivand.disclosure.event.Withheld;
import org.paivand.disclosure.policy.ImmigrationUse;
import org.paivand.release.LoggedDisclosure;
import org.paivand.rest.Exchange;

/** Writes the only kind of answer that holds a person's data. The sections go out as the very bytes that were hashed. */
@Provider
@Produces(MediaType.APPLICATION_JSON)
public class LoggedDisclosureWriter implements MessageBodyWriter<LoggedDisclosure> {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Exchange exchange;

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return type == LoggedDisclosure.class;
    }

    @Override
    public void writeTo(
            LoggedDisclosure disclosure,
            Class<?> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.put("releaseId", disclosure.releaseId().toString());
        node.put("exchangeId", exchange.id().toString());
        node.putObject("entry")
                .put("eventId", disclosure.eventId().toString())
                .put("type", disclosure.entry().type().code())
                .put(
                        "commitment",
                        HexFormat.of().formatHex(disclosure.entry().commitment().bytes()));
        node.put("decidedAt", disclosure.decidedAt().toString());
        node.putRawValue("sections", new RawValue(new String(disclosure.sections(), StandardCharsets.UTF_8)));
        ArrayNode withheld = node.putArray("withheld");
        for (Withheld part : disclosure.withheld()) {
            ReasonCode reason = part.reason().shownToRecipient();
            ObjectNode stayed = withheld.addObject()
                    .put("category", part.category().code())
                    .put("reasonCode", reason.code())
                    .put("reason", ReasonTexts.text(reason, exchange.texts().language()));
            part.agreement()
                    .ifPresent(known -> stayed.putObject("agreement")
                            .put("agreementId", known.id())
                            .put("version", known.version()));
        }
        if (!disclosure.masked().isEmpty()) {
            ArrayNode masked = node.putArray("masked");
            disclosure.masked().forEach((category, masks) -> {
                ArrayNode codes =
                        masked.addObject().put("category", category.code()).putArray("masks");
                masks.forEach(mask -> codes.add(mask.code()));
            });
        }
        ObjectNode obligations = node.putObject("obligations")
                .put("handling", disclosure.obligations().handling().code())
                .put("onward", disclosure.obligations().onward())
                .put("retainUntil", disclosure.obligations().retainUntil().toString());
        disclosure
                .obligations()
                .evidenceUse()
                .ifPresent(use ->
                        obligations.put("evidenceUse", use.code()).put("immigrationUse", ImmigrationUse.NEVER.code()));
        if (disclosure.obligations().familyMustNotKnow()) {
            obligations.put("familyMustNotKnow", true);
        }
        body.write(JSON.writeValueAsBytes(node));
    }
}
