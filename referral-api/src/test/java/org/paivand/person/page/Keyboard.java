package org.paivand.person.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as somebody goes through it who has no mouse: what gets the focus, one after the other. */
record Keyboard(List<Stop> stops, String markup) {
    private static final Pattern TAG = Pattern.compile("<(a|button|input|select|textarea|summary)((?: [^<>]*)?)>");
    private static final Pattern ATTRIBUTE = Pattern.compile(" ([a-z-]+)(?:=\"([^\"]*)\")?");

    /**
     * An element that gets the focus.
     *
     * @param at where it stands in the page
     */
    record Stop(String element, Map<String, String> attributes, int at) {
        Optional<String> attribute(String name) {
            return Optional.ofNullable(attributes.get(name));
        }

        boolean is(String kind) {
            return attribute("class").filter(kind::equals).isPresent();
        }
    }

    /** In the order of the page, which is the order of the keyboard as long as nothing has a tabindex. */
    static Keyboard of(String markup) {
        List<Stop> stops = new ArrayList<>();
        Matcher tags = TAG.matcher(markup);
        while (tags.find()) {
            Stop stop = new Stop(tags.group(1), attributes(tags.group(2)), tags.start());
            boolean hidden = stop.attribute("type").filter("hidden"::equals).isPresent();
            boolean leads =
                    !stop.element().equals("a") || stop.attribute("href").isPresent();
            if (!hidden && leads) {
                stops.add(stop);
            }
        }
        return new Keyboard(stops, markup);
    }

    /** What says to whoever can't see it what a field is for: a label that names it, or one around it. */
    boolean isLabelled(Stop field) {
        boolean named = field.attribute("id")
                .filter(id -> markup.contains("<label for=\"" + id + "\">"))
                .isPresent();
        int opened = markup.lastIndexOf("<label", field.at());
        int closed = markup.lastIndexOf("</label>", field.at());
        return named || (opened >= 0 && opened > closed);
    }

    /** The words of a link or a button. */
    String words(Stop stop) {
        int from = markup.indexOf('>', stop.at()) + 1;
        int to = markup.indexOf("</" + stop.element() + ">", from);
        return markup.substring(from, to).replaceAll("<[^>]*>", "").trim();
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new TreeMap<>();
        Matcher each = ATTRIBUTE.matcher(text);
        while (each.find()) {
            attributes.put(each.group(1), Optional.ofNullable(each.group(2)).orElse(""));
        }
        return attributes;
    }
}
