package org.paivand.casefile.section;

import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Category;

/**
 * What happened, in values of HTCDS 2.0, and what a screening showed of it. Statements and interviews are never stored.
 *
 * @param exploitationTypes at least one, unless there are indicators: who screens may not know yet
 * @param countries at most 20
 * @param indicators each at most once
 */
public record Experience(
        Set<Exploitation> exploitationTypes,
        Set<MeansOfControl> means,
        Set<RecruitmentMethod> recruitmentMethods,
        Set<RecruitmentChannel> recruitmentChannels,
        Set<Country> countries,
        Set<Industry> industries,
        Optional<Period> period,
        Set<Screened> indicators)
        implements Section, Releasable {

    public Experience {
        indicators = Checks.items("indicators", indicators, 0, Indicator.values().length);
        Checks.consistent(
                indicators.stream().map(Screened::indicator).distinct().count() == indicators.size(), "indicators");
        exploitationTypes = Checks.items("exploitationTypes", exploitationTypes, indicators.isEmpty() ? 1 : 0, 11);
        means = Checks.items("means", means, 0, 16);
        recruitmentMethods = Checks.items("recruitmentMethods", recruitmentMethods, 0, 10);
        recruitmentChannels = Checks.items("recruitmentChannels", recruitmentChannels, 0, 15);
        countries = Checks.items("countries", countries, 0, 20);
        industries = Checks.items("industries", industries, 0, 21);
    }

    @Override
    public Category category() {
        return Category.EXPERIENCE;
    }

    @Override
    public String toString() {
        return Checks.redacted(this);
    }
}
