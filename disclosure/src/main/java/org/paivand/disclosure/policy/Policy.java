package org.paivand.disclosure.policy;

import static org.paivand.disclosure.Canonical.require;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.disclosure.AgencyKind;
import org.paivand.disclosure.BasisType;
import org.paivand.disclosure.Canonical;
import org.paivand.disclosure.Category;
import org.paivand.disclosure.Jurisdiction;
import org.paivand.disclosure.Mask;
import org.paivand.disclosure.Purpose;
import org.paivand.disclosure.Stage;

/**
 * One country's rules as versioned data. Complete by construction: every purpose, kind, category, basis and handling
 * code has its line, so that leaving one out is an error and never a default.
 *
 * @param ceilings the most that a kind of recipient can ever get for a purpose
 * @param writeCeilings what a kind of agency may write into a case
 * @param retentionDays the longest a recipient may keep what it got, per handling code
 * @param masks what stays behind within a category, by purpose and kind of recipient; a mask that a policy doesn't name, it
 *     didn't know, and none is applied
 * @param accreditations the certificate that an agency must hold for a role to count; none is demanded for a role without a line
 */
public record Policy(
        String version,
        Jurisdiction jurisdiction,
        Map<Category, Stage> stages,
        Map<Category, HandlingCode> handling,
        Map<HandlingCode, Integer> retentionDays,
        ConsentRules consent,
        ReflectionRules reflection,
        BreakGlassRules breakGlass,
        List<Duty> duties,
        Map<BasisType, BasisRules> bases,
        Map<AgencyKind, Set<Category>> writeCeilings,
        Map<Purpose, Map<AgencyKind, Set<Category>>> ceilings,
        Map<Mask, Map<Purpose, Set<AgencyKind>>> masks,
        Map<TrainedRole, String> accreditations) {
    public Policy {
        Canonical.code(version, "policy version");
        stages = Canonical.map(Category.class, stages);
        handling = Canonical.map(Category.class, handling);
        retentionDays = Canonical.map(HandlingCode.class, retentionDays);
        duties = List.copyOf(duties);
        bases = Canonical.map(BasisType.class, bases);
        writeCeilings = categories(writeCeilings);
        Map<Purpose, Map<AgencyKind, Set<Category>>> copy = new EnumMap<>(Purpose.class);
        ceilings.forEach((purpose, byKind) -> copy.put(purpose, categories(byKind)));
        ceilings = Canonical.map(Purpose.class, copy);
        masks = masked(masks);
        accreditations = Canonical.map(TrainedRole.class, accreditations);
        accreditations.values().forEach(certificate -> Canonical.code(certificate, "certificate"));
        require(stages.size() == Category.values().length, "a policy names the stage of every category");
        require(handling.size() == Category.values().length, "a policy names the handling of every category");
        require(retentionDays.size() == HandlingCode.values().length, "a policy names every retention");
        require(retentionDays.values().stream().allMatch(days -> days >= 1), "a retention is at least a day");
        require(bases.size() == BasisType.values().length, "a policy names the rules of every basis");
        require(ceilings.size() == Purpose.values().length, "a policy names the ceilings of every purpose");
        require(distinct(duties), "a policy names a duty once");
        stages.forEach((category, stage) ->
                require(stage.compareTo(category.firstStage()) >= 0, "no stage is earlier than the category allows"));
    }

    public Stage stage(Category category) {
        return stages.getOrDefault(category, Stage.FEEDBACK);
    }

    public HandlingCode handling(Category category) {
        return handling.getOrDefault(category, HandlingCode.SENSITIVE);
    }

    public int retentionDays(HandlingCode code) {
        return retentionDays.getOrDefault(code, 1);
    }

    public BasisRules rules(BasisType type) {
        return Optional.ofNullable(bases.get(type)).orElseThrow();
    }

    /** The most a recipient of this kind can get for this purpose, whatever was consented to. */
    public Set<Category> ceiling(Purpose purpose, AgencyKind recipient) {
        return ceilings.getOrDefault(purpose, Map.of()).getOrDefault(recipient, Set.of());
    }

    /** What stays behind of all that this kind of recipient gets for this purpose, on whatever basis. */
    public Set<Mask> masks(Purpose purpose, AgencyKind recipient) {
        Set<Mask> found = EnumSet.noneOf(Mask.class);
        for (Map.Entry<Mask, Map<Purpose, Set<AgencyKind>>> line : masks.entrySet()) {
            if (line.getValue().getOrDefault(purpose, Set.of()).contains(recipient)) {
                found.add(line.getKey());
            }
        }
        return found;
    }

    public boolean mayWrite(AgencyKind kind, Category category) {
        return writeCeilings.getOrDefault(kind, Set.of()).contains(category);
    }

    public Optional<Duty> duty(String code) {
        return duties.stream().filter(duty -> duty.code().equals(code)).findFirst();
    }

    private static boolean distinct(List<Duty> duties) {
        return duties.stream().map(Duty::code).distinct().count() == duties.size();
    }

    private static Map<Mask, Map<Purpose, Set<AgencyKind>>> masked(Map<Mask, Map<Purpose, Set<AgencyKind>>> masks) {
        Map<Mask, Map<Purpose, Set<AgencyKind>>> copy = new EnumMap<>(Mask.class);
        masks.forEach((mask, to) -> {
            require(to.size() == Purpose.values().length, "a mask names every purpose");
            Map<Purpose, Set<AgencyKind>> kinds = new EnumMap<>(Purpose.class);
            to.forEach((purpose, set) -> kinds.put(purpose, Canonical.enums(AgencyKind.class, set)));
            copy.put(mask, Canonical.map(Purpose.class, kinds));
        });
        return Canonical.map(Mask.class, copy);
    }

    private static Map<AgencyKind, Set<Category>> categories(Map<AgencyKind, Set<Category>> byKind) {
        require(byKind.size() == AgencyKind.values().length, "a policy names every kind of agency");
        Map<AgencyKind, Set<Category>> copy = new EnumMap<>(AgencyKind.class);
        byKind.forEach((kind, set) -> copy.put(kind, Canonical.enums(Category.class, set)));
        return Canonical.map(AgencyKind.class, copy);
    }
}
