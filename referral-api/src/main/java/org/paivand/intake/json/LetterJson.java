package org.paivand.intake.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.paivand.casefile.json.InvalidSection;
import org.paivand.casefile.json.Sections;
import org.paivand.casefile.section.Contact;
import org.paivand.casefile.section.Section;
import org.paivand.casefile.section.ServiceRequest;
import org.paivand.casefile.section.Urgency;
import org.paivand.contact.ContactBy;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Coded;
import org.paivand.disclosure.Sha256;
import org.paivand.intake.Area;
import org.paivand.intake.Letter;
import org.paivand.intake.Permission;
import org.paivand.intake.Reach;
import org.paivand.registry.service.ServiceType;

/** A letter as JSON, with its sections in the form in which a case keeps them. */
public final class LetterJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private LetterJson() {}

    public static byte[] write(Letter letter) {
        ObjectNode node = JSON.createObjectNode()
                .put("by", letter.by().code())
                .put("urgency", letter.urgency().code());
        ArrayNode services = node.putArray("services");
        letter.services().stream().sorted().forEach(service -> services.add(service.code()));
        node.set("request", tree(letter.request()));
        letter.reach().ifPresent(reach -> {
            node.put("whose", reach.whose().code());
            node.set("contact", tree(reach.contact()));
        });
        letter.area().ifPresent(area -> node.put("area", area.code()));
        node.put("agency", letter.permission().agency().value())
                .put("language", letter.permission().language())
                .put("text", letter.permission().text().hex())
                .put("at", letter.permission().at().toString());
        return node.toString().getBytes(StandardCharsets.UTF_8);
    }

    /** The section as it stands in an answer. */
    public static JsonNode tree(Section section) {
        try {
            return JSON.readTree(Sections.write(section));
        } catch (IOException e) {
            throw new IllegalStateException("what was written can be read", e);
        }
    }

    /** Only what {@link #write} made comes here. */
    public static Letter read(byte[] json) {
        try {
            JsonNode node = JSON.readTree(json);
            Set<ServiceType> services = EnumSet.noneOf(ServiceType.class);
            node.path("services").forEach(service -> services.add(ServiceType.of(service.asText())));
            return new Letter(
                    Coded.of(ContactBy.class, text(node, "by")),
                    Coded.of(Urgency.class, text(node, "urgency")),
                    services,
                    (ServiceRequest) section(Category.SERVICE_REQUEST, node.path("request")),
                    node.has("contact")
                            ? Optional.of(new Reach(Reach.Whose.of(text(node, "whose")), (Contact)
                                    section(Category.CONTACT, node.path("contact"))))
                            : Optional.empty(),
                    node.has("area") ? Optional.of(new Area(text(node, "area"))) : Optional.empty(),
                    new Permission(
                            AgencyId.of(text(node, "agency")),
                            text(node, "language"),
                            Sha256.of(text(node, "text")),
                            Instant.parse(text(node, "at"))));
        } catch (IOException | InvalidSection broken) {
            throw new IllegalStateException("a sealed letter breaks its own rules", broken);
        }
    }

    private static Section section(Category category, JsonNode node) throws InvalidSection, JsonProcessingException {
        return Sections.parse(category, JSON.writeValueAsBytes(node));
    }

    private static String text(JsonNode node, String member) {
        return node.path(member).asText();
    }
}
