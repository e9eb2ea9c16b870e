package org.paivand.registry;

import java.util.List;
import java.util.Optional;
import org.paivand.problem.ProblemCode;
import org.paivand.problem.ProblemException;
import org.paivand.problem.ProblemException.RequestError;
import org.paivand.registry.directory.Fault;
import org.paivand.registry.directory.InvalidRegistryException;

/** What is wrong with a change, as its sender is told: where and which sort of fault, never what stood there. */
final class Faults {
    private static final int MOST = 50;

    private Faults() {}

    /** @param item the one that was sent; a fault of another item is one of the whole */
    static ProblemException of(ItemName item, InvalidRegistryException faulty) {
        String subject = item.kind().code() + " " + item.id();
        List<Fault> faults = faulty.faults();
        if (faults.stream().anyMatch(fault -> fault.sort() == Fault.Sort.NOT_JSON)) {
            return ProblemException.of(ProblemCode.MALFORMED_JSON);
        }
        return ProblemException.invalid(faults.stream()
                .map(fault -> error(subject, fault))
                .distinct()
                .limit(MOST)
                .toList());
    }

    /** The same refusal of one item among several: each place begins with its kind and id. */
    static ProblemException within(ItemName item, ProblemException refused) {
        if (refused.code() != ProblemCode.INVALID_REQUEST) {
            return refused;
        }
        String place = "/" + item.kind().code() + "/" + item.id();
        return ProblemException.invalid(refused.extensions().errors().stream()
                .map(error -> new RequestError(place + error.pointer(), error.code()))
                .toList());
    }

    private static RequestError error(String subject, Fault fault) {
        boolean elsewhere = Optional.of(fault.subject())
                .filter(named -> !named.isEmpty() && !named.equals(subject))
                .isPresent();
        return elsewhere
                ? new RequestError("", "contradiction")
                : new RequestError(fault.pointer(), code(fault.sort()));
    }

    /** As the contract's list of faults has it. */
    private static String code(Fault.Sort sort) {
        return switch (sort) {
            case NOT_JSON, REFUSED -> "bad-pattern";
            case MISSING -> "required";
            case UNKNOWN_MEMBER -> "unknown-member";
            case WRONG_TYPE -> "wrong-type";
            case TWICE -> "duplicate";
            case UNKNOWN -> "not-in-list";
            case CONTRADICTION -> "contradiction";
        };
    }
}
