package org.paivand.registry.hsds;

import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.paivand.registry.place.Hours;
import org.paivand.registry.place.Opening;

/**
 * Hours in one line, for what HSDS gives no schedule: {@code around-the-clock}, or a zone and openings as in
 * {@code Asia/Dushanbe MO,TU 08:00-17:00; SA 09:00-12:00}.
 */
final class HoursText {
    static final String ALWAYS = "around-the-clock";

    private static final Pattern GROUP =
            Pattern.compile("([A-Z]{2}(?:,[A-Z]{2}){0,6}) ([0-2][0-9]:[0-5][0-9])-([0-2][0-9]:[0-5][0-9])");
    private static final Comparator<Opening> BY_TIMES =
            Comparator.comparing(Opening::opens).thenComparing(Opening::closes);

    /** Days that open and close alike. */
    record Group(List<DayOfWeek> days, LocalTime opens, LocalTime closes) {
        String byDay() {
            return days.stream().map(HoursText::twoLetters).collect(Collectors.joining(","));
        }

        List<Opening> openings() {
            return days.stream().map(day -> new Opening(day, opens, closes)).toList();
        }
    }

    private HoursText() {}

    static String of(Hours hours) {
        return hours.fold(
                always -> ALWAYS,
                weekly -> weekly.zone().getId() + " "
                        + groups(weekly.openings()).stream()
                                .map(group -> group.byDay() + " " + group.opens() + "-" + group.closes())
                                .collect(Collectors.joining("; ")));
    }

    /** @throws IllegalArgumentException or {@link java.time.DateTimeException} if it isn't hours as we write them */
    static Hours read(String text) {
        if (text.equals(ALWAYS)) {
            return new Hours.AroundTheClock();
        }
        int space = text.indexOf(' ');
        if (space < 0) {
            throw new IllegalArgumentException("hours have a zone and openings");
        }
        List<Opening> openings = Arrays.stream(text.substring(space + 1).split("; ", -1))
                .flatMap(group -> group(group).openings().stream())
                .toList();
        return new Hours.Weekly(ZoneId.of(text.substring(0, space)), openings);
    }

    static List<Group> groups(List<Opening> openings) {
        Map<Opening, List<DayOfWeek>> alike = new TreeMap<>(BY_TIMES);
        openings.forEach(opening ->
                alike.computeIfAbsent(opening, none -> new ArrayList<>()).add(opening.day()));
        return alike.entrySet().stream()
                .map(same -> new Group(
                        same.getValue(), same.getKey().opens(), same.getKey().closes()))
                .toList();
    }

    /** Days as RFC 5545 §3.3.10 has them, with commas between. */
    static List<DayOfWeek> days(String byDay) {
        return Arrays.stream(byDay.split(",", -1)).map(HoursText::day).toList();
    }

    private static Group group(String text) {
        Matcher group = GROUP.matcher(text);
        if (!group.matches()) {
            throw new IllegalArgumentException("openings are days and times, as MO,TU 08:00-17:00");
        }
        Function<Integer, LocalTime> time = part -> LocalTime.parse(group.group(part));
        return new Group(days(group.group(1)), time.apply(2), time.apply(3));
    }

    private static DayOfWeek day(String letters) {
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> twoLetters(day).equals(letters))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a day has two letters, as MO"));
    }

    private static String twoLetters(DayOfWeek day) {
        return day.name().substring(0, 2);
    }
}
