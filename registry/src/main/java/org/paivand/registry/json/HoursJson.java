package org.paivand.registry.json;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.paivand.registry.place.Hours;
import org.paivand.registry.place.Opening;

/**
 * Either {@code {"aroundTheClock": true}} or a zone with openings, in which days that open and close alike stand together:
 * {@code {"days": ["monday", "friday"], "opens": "08:00", "closes": "17:00"}}.
 */
final class HoursJson {

    private static final Pattern TIME = Pattern.compile("([01][0-9]|2[0-3]):[0-5][0-9]");

    private HoursJson() {}

    static Hours read(Members hours) {
        if (hours.has("aroundTheClock")) {
            if (!hours.truth("aroundTheClock")) {
                throw new IllegalArgumentException("hours that aren't around the clock have a zone and openings");
            }
            return new Hours.AroundTheClock();
        }
        ZoneId zone = hours.text("zone", ZoneId::of);
        Stream<Opening> openings =
                hours.objects("openings", HoursJson::openings).stream().flatMap(List::stream);
        return new Hours.Weekly(zone, openings.toList());
    }

    static ObjectNode node(Hours hours) {
        return hours.fold(always -> Nodes.object().put("aroundTheClock", true), HoursJson::weekly);
    }

    private static List<Opening> openings(Members alike) {
        LocalTime opens = alike.text("opens", HoursJson::time);
        LocalTime closes = alike.text("closes", HoursJson::time);
        return alike.texts("days", HoursJson::day).stream()
                .map(day -> new Opening(day, opens, closes))
                .toList();
    }

    private static ObjectNode weekly(Hours.Weekly weekly) {
        Comparator<Opening> byTimes = Comparator.comparing(Opening::opens).thenComparing(Opening::closes);
        Map<Opening, List<DayOfWeek>> alike = new TreeMap<>(byTimes);
        for (Opening opening : weekly.openings()) {
            alike.computeIfAbsent(opening, none -> new ArrayList<>()).add(opening.day());
        }
        ArrayNode openings = Nodes.objects(alike.entrySet(), same -> {
            ObjectNode node = Nodes.object();
            node.set("days", Nodes.texts(same.getValue(), day -> day.name().toLowerCase(Locale.ROOT)));
            return node.put("opens", same.getKey().opens().toString())
                    .put("closes", same.getKey().closes().toString());
        });
        return Nodes.object().put("zone", weekly.zone().getId()).set("openings", openings);
    }

    private static LocalTime time(String text) {
        if (!TIME.matcher(text).matches()) {
            throw new IllegalArgumentException("a time is hours and minutes, as 08:00");
        }
        return LocalTime.parse(text);
    }

    private static DayOfWeek day(String text) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).equals(text)) {
                return day;
            }
        }
        throw new IllegalArgumentException("not a day of the week in English, in lower case");
    }
}
