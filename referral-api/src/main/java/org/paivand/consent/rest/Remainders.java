package org.paivand.consent.rest;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.paivand.consent.Remainder;
import org.paivand.disclosure.Action;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Category;
import org.paivand.problem.ProblemException;
import org.paivand.rest.Codes;

/** The wire's narrowing becomes what is left of each permit. */
final class Remainders {
    private static final int MOST = 50;

    private Remainders() {}

    static List<Remainder> of(NewConsent.NewNarrowing body) {
        if (body.grants().isEmpty() || body.grants().size() > MOST) {
            throw ProblemException.invalid("/grants", body.grants().isEmpty() ? "too-few" : "too-many");
        }
        List<Remainder> left = new ArrayList<>();
        for (int i = 0; i < body.grants().size(); i++) {
            left.add(of("/grants/" + i, body.grants().get(i)));
        }
        return left;
    }

    private static Remainder of(String pointer, NewConsent.Remaining left) {
        return new Remainder(
                left.grantId(),
                left.categories()
                        .map(codes -> Set.copyOf(
                                Codes.all(pointer + "/categories", codes, Category.values().length, Category::of))),
                left.actions()
                        .map(codes ->
                                Set.copyOf(Codes.all(pointer + "/actions", codes, Action.values().length, Action::of))),
                left.notAfter(),
                left.listed().map(codes -> Set.copyOf(Codes.all(pointer + "/listed", codes, MOST, AgencyId::of))));
    }
}
