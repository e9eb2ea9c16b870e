package org.paivand.casefile.section;

import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.Category;

/**
 * What happened, in values of HTCDS 2.0. Statements and interviews are never stored.
 *
 * @param exploitationTypes at least one
 * @param countries at most 20
 */
public record Experience(
        Set<Exploitation> exploitationTypes,
        Set<MeansOfControl> means,
        Set<RecruitmentMethod> recruitmentMethods,
        Set<RecruitmentChannel> recruitmentChannels,
        Set<Country> countries,
        Set<Industry> industries,
        Optional<Period> period)
        implements Section, Releasable {

    public Experience {
        exploitationTypes = Checks.items("exploitationTypes", exploitationTypes, 1, 11);
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
