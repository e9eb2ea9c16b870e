package org.paivand.statistics.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.rest.Codes;
import org.paivand.statistics.Count;
import org.paivand.statistics.Line;
import org.paivand.statistics.Quarter;
import org.paivand.statistics.StatisticsDesk;
import org.paivand.statistics.StatisticsDesk.Report;

/** Numbers of a quarter that has ended. There is one way to ask, so that no two answers can be subtracted. */
@Path("statistics")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class StatisticsResource {
    @Inject
    StatisticsDesk desk;

    /** The contract's Statistics. */
    public record StatisticsView(String quarter, String yearBefore, List<MeasureView> measures) {}

    /** One measure, twice. */
    public record MeasureView(String measure, LineView now, LineView yearBefore) {}

    /** One measure in one quarter; {@code codes} is empty where nothing but the sum is counted. */
    public record LineView(Optional<Long> total, List<CodeView> codes) {}

    /** Without a number it is kept back. */
    public record CodeView(String code, Optional<Long> number) {}

    @GET
    @May({Role.COMMISSION, Role.AUDITOR})
    public StatisticsView read(@QueryParam("quarter") @Nullable String quarter) {
        Report report =
                desk.read(quarter == null ? desk.last() : Codes.text("quarter", quarter, text -> Quarter.of(text)));
        return new StatisticsView(
                report.quarter().toString(),
                report.quarter().yearBefore().toString(),
                report.measures().stream()
                        .map(one -> new MeasureView(one.measure().code(), view(one.now()), view(one.yearBefore())))
                        .toList());
    }

    private static LineView view(Line line) {
        return new LineView(
                line.total().number(),
                line.codes().size() == 1
                        ? List.of()
                        : line.codes().entrySet().stream()
                                .map(one -> view(one.getKey(), one.getValue()))
                                .toList());
    }

    private static CodeView view(String code, Count count) {
        return new CodeView(code, count.number());
    }
}
