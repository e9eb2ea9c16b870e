package org.paivand.registry.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Function;
import org.paivand.registry.language.Trilingual;

/** One text in three languages. */
final class Texts {

    private Texts() {}

    static Trilingual read(Members texts) {
        return new Trilingual(
                texts.text("tg", Function.identity()),
                texts.text("ru", Function.identity()),
                texts.text("en", Function.identity()));
    }

    static ObjectNode node(Trilingual texts) {
        return Nodes.object().put("tg", texts.tg()).put("ru", texts.ru()).put("en", texts.en());
    }
}
