package org.paivand.registry.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.paivand.registry.language.Language;
import org.paivand.registry.place.Phone;

/** A telephone, wherever one stands. */
final class PhoneJson {

    private PhoneJson() {}

    static Phone read(Members phone) {
        return new Phone(
                phone.text("number", Function.identity()),
                phone.optionalObject("label", Texts::read),
                phone.optionalTexts("languages", Language::new),
                phone.object("hours", HoursJson::read));
    }

    static ObjectNode node(Phone phone) {
        ObjectNode node = Nodes.object().put("number", phone.number());
        Nodes.optionalObject(node, "label", phone.label(), Texts::node);
        Nodes.optionalArray(node, "languages", Nodes.texts(phone.languages(), Language::tag));
        return node.set("hours", HoursJson.node(phone.hours()));
    }
}
