package org.paivand.screening.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.paivand.caller.Role;
import org.paivand.caller.rest.May;
import org.paivand.casefile.section.Indicator;
import org.paivand.casefile.section.Screened;
import org.paivand.casefile.section.ScreeningFinding;
import org.paivand.disclosure.AgeGroup;
import org.paivand.disclosure.Coded;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;
import org.paivand.screening.Summary;

/** Sums up what a worker is about to write, for that worker. It names no case, is kept nowhere and is no entry. */
@Path("screening-summaries")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class ScreeningResource {
    /** The contract's NewScreeningSummary. */
    public record NewScreeningSummary(String ageGroup, List<Finding> indicators) {}

    /** The contract's ScreenedIndicator. */
    public record Finding(String indicator, String finding) {}

    /** The contract's ScreeningSummary. */
    public record ScreeningSummary(List<ElementView> elements, List<GroupView> groups, List<String> notes) {}

    /** One element of the definition. */
    public record ElementView(String element, boolean needed, String state) {}

    /** One group of indicators. */
    public record GroupView(String group, String state, List<String> notAsked) {}

    @POST
    @May({Role.REFERRER, Role.PROVIDER, Role.CHILD_PROTECTION})
    @Consumes(MediaType.APPLICATION_JSON)
    public ScreeningSummary sumUp(NewScreeningSummary body) {
        Summary summary = Summary.of(Codes.of("/ageGroup", body.ageGroup(), AgeGroup::of), screened(body.indicators()));
        return new ScreeningSummary(
                summary.elements().stream()
                        .map(one -> new ElementView(
                                one.element().code(), one.needed(), one.state().code()))
                        .toList(),
                summary.groups().stream()
                        .map(one ->
                                new GroupView(one.group().code(), one.state().code(), codes(one.notAsked())))
                        .toList(),
                codes(summary.notes()));
    }

    private static Set<Screened> screened(List<Finding> findings) {
        if (findings.size() > Indicator.values().length) {
            throw ProblemException.invalid("/indicators", "too-many");
        }
        Map<Indicator, ScreeningFinding> screened = new EnumMap<>(Indicator.class);
        for (int i = 0; i < findings.size(); i++) {
            String at = "/indicators/" + i;
            Finding one = findings.get(i);
            Indicator indicator = Codes.of(at + "/indicator", one.indicator(), code -> Coded.of(Indicator.class, code));
            ScreeningFinding finding =
                    Codes.of(at + "/finding", one.finding(), code -> Coded.of(ScreeningFinding.class, code));
            if (screened.put(indicator, finding) != null) {
                throw ProblemException.invalid(at + "/indicator", "duplicate");
            }
        }
        return screened.entrySet().stream()
                .map(one -> new Screened(one.getKey(), one.getValue()))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static List<String> codes(List<? extends Coded> list) {
        return list.stream().map(Coded::code).toList();
    }
}
