package org.paivand.registry.hsds;

import java.util.Set;
import org.paivand.disclosure.AgeGroup;
import org.paivand.registry.language.Trilingual;
import org.paivand.registry.service.Eligibility;
import org.paivand.registry.service.SexForPlacement;

/** Whom a service takes, in words; the terms say the same to programs, and access needs too. */
final class EligibilityText {
    private static final Trilingual ADULTS = new Trilingual("Калонсолон", "Взрослые", "Adults");
    private static final Trilingual CHILDREN = new Trilingual("Кӯдакон", "Дети", "Children");
    private static final Trilingual BOTH =
            new Trilingual("Калонсолон ва кӯдакон", "Взрослые и дети", "Adults and children");
    private static final Trilingual FEMALE =
            new Trilingual("; танҳо ҷинси зан", "; только женского пола", "; female only");
    private static final Trilingual MALE =
            new Trilingual("; танҳо ҷинси мард", "; только мужского пола", "; male only");
    private static final Trilingual APART = new Trilingual(
            "; занҳо ва мардҳо ҷудо", "; раздельно для женского и мужского пола", "; female and male apart");
    private static final Trilingual WITH_CHILDREN =
            new Trilingual("; бо кӯдакон омадан мумкин аст", "; можно прийти с детьми", "; children may come along");

    private EligibilityText() {}

    static String of(Eligibility eligibility, Tongue tongue) {
        return tongue.of(ages(eligibility.ageGroups()))
                + sexes(eligibility.sexForPlacement(), tongue)
                + (eligibility.accompanyingChildren() ? tongue.of(WITH_CHILDREN) : "");
    }

    private static Trilingual ages(Set<AgeGroup> ages) {
        if (ages.size() > 1) {
            return BOTH;
        }
        return ages.contains(AgeGroup.ADULT) ? ADULTS : CHILDREN;
    }

    private static String sexes(Set<SexForPlacement> sexes, Tongue tongue) {
        if (sexes.isEmpty()) {
            return "";
        }
        if (sexes.size() > 1) {
            return tongue.of(APART);
        }
        return tongue.of(sexes.contains(SexForPlacement.FEMALE) ? FEMALE : MALE);
    }
}
