package org.paivand.person.rest;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.paivand.intake.Draft;
import org.paivand.person.page.FormStep;
import org.paivand.person.page.Pages;

/**
 * The fields of the form for everybody; anything else is no form of ours.
 *
 * @param trapped whether the field was filled in that nobody sees
 */
record FormFields(FormStep step, String ticket, Draft draft, boolean trapped) {

    /** Empty if it is none. */
    static Optional<FormFields> of(byte[] body) {
        try {
            return Fields.decoded(body).flatMap(FormFields::checked);
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    private static Optional<FormFields> checked(Map<String, List<String>> values) {
        Set<String> known = new HashSet<>(Draft.FIELDS);
        known.addAll(Set.of("step", "ticket", Pages.TRAP));
        boolean ours = known.containsAll(values.keySet()) && values.keySet().containsAll(Set.of("step", "ticket"));
        boolean once = values.entrySet().stream()
                .allMatch(field ->
                        Draft.MANY.contains(field.getKey()) || field.getValue().size() == 1);
        if (!ours || !once) {
            return Optional.empty();
        }
        return Optional.of(new FormFields(
                FormStep.of(one(values, "step")),
                one(values, "ticket"),
                Draft.of(values),
                values.getOrDefault(Pages.TRAP, List.of("")).stream().anyMatch(text -> !text.isBlank())));
    }

    private static String one(Map<String, List<String>> values, String name) {
        return values.getOrDefault(name, List.of("")).get(0);
    }

    @Override
    public String toString() {
        return "fields of a form";
    }
}
