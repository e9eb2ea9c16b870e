package org.paivand.registry.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.ZoneId;
import java.util.function.Function;
import org.paivand.disclosure.AgencyId;
import org.paivand.registry.directory.InvalidRegistryException;
import org.paivand.registry.place.ConfidentialPlace;
import org.paivand.registry.place.Location;
import org.paivand.registry.place.LocationId;
import org.paivand.registry.place.Place;
import org.paivand.registry.place.PublicPlace;
import org.paivand.registry.place.Region;

/** One item of {@code locations.json}; a place that is {@code confidential} has no name, locality or address. */
public final class LocationJson {

    private LocationJson() {}

    public static Location read(byte[] document) throws InvalidRegistryException {
        return Json.item(document, LocationJson::read);
    }

    public static byte[] write(Location location) {
        return Json.compact(node(location));
    }

    static Location read(Members location) {
        return new Location(
                location.text("id", LocationId::new),
                location.text("agency", AgencyId::of),
                location.object("place", LocationJson::place),
                location.text("zone", ZoneId::of));
    }

    static ObjectNode node(Location location) {
        ObjectNode node = Nodes.object()
                .put("id", location.id().value())
                .put("agency", location.agency().value());
        node.set("place", location.place().fold(LocationJson::open, LocationJson::confidential));
        return node.put("zone", location.zone().getId());
    }

    private static Place place(Members place) {
        if (place.truth("confidential")) {
            return new ConfidentialPlace(
                    place.text("region", Region::new), place.optionalObject("frontGate", PhoneJson::read));
        }
        return new PublicPlace(
                place.object("name", Texts::read),
                place.text("locality", Function.identity()),
                place.textList("addressLines", Function.identity()),
                place.text("region", Region::new));
    }

    private static ObjectNode open(PublicPlace place) {
        ObjectNode node = Nodes.object().put("confidential", false);
        node.set("name", Texts.node(place.name()));
        node.put("locality", place.locality());
        node.set("addressLines", Nodes.texts(place.addressLines(), Function.identity()));
        return node.put("region", place.region().code());
    }

    private static ObjectNode confidential(ConfidentialPlace place) {
        ObjectNode node = Nodes.object()
                .put("confidential", true)
                .put("region", place.region().code());
        Nodes.optionalObject(node, "frontGate", place.frontGate(), PhoneJson::node);
        return node;
    }
}
