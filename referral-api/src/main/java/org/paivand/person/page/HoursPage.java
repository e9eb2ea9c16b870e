package org.paivand.person.page;

import java.util.List;
import java.util.stream.Stream;
import org.paivand.html.Document;
import org.paivand.html.Html;

/** Opening hours and telephone numbers: what the second number shows. */
final class HoursPage {
    private static final List<String> DAYS = List.of("hours.weekdays", "hours.saturday", "hours.sunday");
    private static final List<String> LINES =
            List.of("101 hours.fire", "102 hours.police", "103 hours.ambulance", "104 hours.gas", "112 hours.all");

    private final Layout layout;

    HoursPage(Layout layout) {
        this.layout = layout;
    }

    Document of(String ticket) {
        Stream<Html> days =
                DAYS.stream().map(day -> layout.term(day, layout.texts().of(day + ".time")));
        Stream<Html> lines = LINES.stream().map(line -> line.split(" ", -1)).map(line -> layout.term(line[1], line[0]));
        return layout.page(
                layout.texts().of("site"),
                layout.languageButtons(ticket),
                layout.heading("h1", "hours.title"),
                layout.paragraph("hours.lead"),
                card(days.toList()),
                layout.heading("h2", "hours.numbers"),
                card(lines.toList()),
                layout.paragraph("hours.free"));
    }

    private static Html card(List<Html> terms) {
        return Layout.list(List.of(Html.tag("dl").holding(terms)));
    }
}
