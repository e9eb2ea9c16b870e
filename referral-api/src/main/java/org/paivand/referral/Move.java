package org.paivand.referral;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.paivand.referral.Referral.Accepted;
import org.paivand.referral.Referral.Bound;
import org.paivand.referral.Referral.CancelRequested;
import org.paivand.referral.Referral.Clarifying;
import org.paivand.referral.Referral.Ended;
import org.paivand.referral.Referral.EnteredInError;
import org.paivand.referral.Referral.Helping;
import org.paivand.referral.Referral.InProgress;
import org.paivand.referral.Referral.Offered;
import org.paivand.referral.Referral.OnHold;
import org.paivand.referral.Referral.Waiting;
import org.paivand.registry.service.ServiceId;
import org.paivand.registry.service.ServiceType;

/**
 * A change of a referral's state: which party may make it, in which states, and what the referral becomes.
 *
 * <p>Some depend on whether anything beyond the service request was released. That is a fact of the disclosures, so it is asked of
 * them when the move is made, and is no field of a referral.
 */
public final class Move {
    /** Every kind of move once, with some argument. */
    private static final List<Move> EACH = List.of(
            accept(),
            decline(DeclineCode.OTHER, List.of()),
            ask(Set.of(Topic.LANGUAGE)),
            answer(Map.of()),
            cancel(),
            assign(),
            proceed(Step.SCHEDULED),
            hold(HoldReason.OTHER),
            complete(Outcome.NEEDS_MET, List.of()),
            fail(FailCode.OTHER),
            endByPerson(),
            enterInError());

    private final Transition transition;
    private final List<String> codes;
    private final List<Rule> rules;

    private Move(Transition transition, List<String> codes, Rule... rules) {
        this.transition = transition;
        this.codes = codes;
        this.rules = List.of(rules);
    }

    private enum Releases {
        ANY,
        NONE_YET,
        SOME
    }

    private record Rule(Party party, Releases releases, Function<Referral, Optional<Referral>> becomes) {
        static <S> Rule by(Party party, Class<S> state, Function<S, Referral> becomes) {
            return new Rule(
                    party,
                    Releases.ANY,
                    referral -> Optional.of(referral)
                            .filter(state::isInstance)
                            .map(state::cast)
                            .map(becomes));
        }

        Rule only(Releases when) {
            return new Rule(party, when, becomes);
        }

        Optional<Referral> from(Referral referral, Party by, boolean released) {
            return by != party || releases == (released ? Releases.NONE_YET : Releases.SOME)
                    ? Optional.empty()
                    : becomes.apply(referral);
        }
    }

    public static Move accept() {
        return new Move(Transition.ACCEPTANCE, List.of(), Rule.by(Party.PROVIDER, Waiting.class, Waiting::accept));
    }

    public static Move decline(DeclineCode code, List<ServiceId> suggested) {
        return new Move(
                Transition.DECLINE,
                List.of(code.code()),
                Rule.by(Party.PROVIDER, Waiting.class, waiting -> waiting.decline(code, suggested)),
                Rule.by(Party.PROVIDER, Accepted.class, accepted -> accepted.declineBeforeAnyRelease(code, suggested))
                        .only(Releases.NONE_YET));
    }

    public static Move ask(Set<Topic> topics) {
        return new Move(
                Transition.QUESTIONS,
                topics.stream().sorted().map(Topic::code).toList(),
                Rule.by(Party.PROVIDER, Offered.class, offered -> offered.ask(topics)));
    }

    /** Whether each topic that was asked about is answered, and no other, is the caller's to see. */
    public static Move answer(Map<Topic, Reply> answers) {
        return new Move(
                Transition.ANSWERS,
                answers.entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(answer ->
                                answer.getKey().code() + "=" + answer.getValue().code())
                        .toList(),
                Rule.by(Party.SENDER, Clarifying.class, Clarifying::answered));
    }

    /** Before an acceptance it is over; after it the sender asks, and the provider may do so. */
    public static Move cancel() {
        return new Move(
                Transition.CANCELLATION,
                List.of(),
                Rule.by(Party.SENDER, Waiting.class, Waiting::cancel),
                Rule.by(Party.SENDER, Bound.class, Bound::requestCancellation),
                Rule.by(Party.PROVIDER, CancelRequested.class, CancelRequested::cancel));
    }

    /** Which worker may pull; the state stays. */
    static Move assign() {
        return new Move(Transition.ASSIGNMENTS, List.of(), Rule.by(Party.PROVIDER, Helping.class, helping -> helping));
    }

    public static Move proceed(Step step) {
        return new Move(
                Transition.PROGRESS,
                List.of(step.code()),
                Rule.by(Party.PROVIDER, Helping.class, helping -> helping.proceed(step)));
    }

    public static Move hold(HoldReason reason) {
        return new Move(
                Transition.HOLD,
                List.of(reason.code()),
                Rule.by(Party.PROVIDER, InProgress.class, progress -> progress.hold(reason)));
    }

    public static Move complete(Outcome outcome, List<ServiceType> delivered) {
        return new Move(
                Transition.COMPLETION,
                List.of(outcome.code()),
                Rule.by(Party.PROVIDER, InProgress.class, progress -> progress.complete(outcome, delivered)),
                Rule.by(Party.PROVIDER, OnHold.class, held -> held.complete(outcome, delivered)),
                Rule.by(Party.PROVIDER, CancelRequested.class, asked -> asked.complete(outcome, delivered)));
    }

    /** Of what has begun, or of what can no longer be declined since something was released. */
    public static Move fail(FailCode code) {
        return new Move(
                Transition.FAILURE,
                List.of(code.code()),
                Rule.by(Party.PROVIDER, Accepted.class, accepted -> accepted.fail(code))
                        .only(Releases.SOME),
                Rule.by(Party.PROVIDER, InProgress.class, progress -> progress.fail(code)),
                Rule.by(Party.PROVIDER, OnHold.class, held -> held.fail(code)));
    }

    /** The person told whoever is in touch with them: the sender before an acceptance, the provider after it. */
    public static Move endByPerson() {
        return new Move(
                Transition.END_BY_PERSON,
                List.of(),
                Rule.by(Party.SENDER, Waiting.class, Waiting::endByPerson),
                Rule.by(Party.PROVIDER, Helping.class, Helping::endByPerson));
    }

    /** No sender takes help away so: once something was released, only the provider says of an open one that it was an error. */
    public static Move enterInError() {
        return new Move(
                Transition.ERROR,
                List.of(),
                Rule.by(Party.SENDER, Waiting.class, Move::error),
                Rule.by(Party.SENDER, Helping.class, Move::error).only(Releases.NONE_YET),
                Rule.by(Party.PROVIDER, Helping.class, Move::error),
                new Rule(
                        Party.SENDER,
                        Releases.ANY,
                        referral -> referral instanceof Ended && !(referral instanceof EnteredInError)
                                ? Optional.of(error(referral))
                                : Optional.empty()));
    }

    /** What the party may do now, in the order of the workflow. */
    public static List<Transition> open(Referral referral, Party party, boolean released) {
        return EACH.stream()
                .filter(move -> move.from(referral, party, released).isPresent())
                .map(Move::transition)
                .toList();
    }

    public Transition transition() {
        return transition;
    }

    /** What was said with it, in the codes of the contract's lists; empty for most. */
    public List<String> codes() {
        return codes;
    }

    /** What the referral becomes; empty where that party may not make this move now. */
    public Optional<Referral> from(Referral referral, Party party, boolean released) {
        return rules.stream()
                .flatMap(rule -> rule.from(referral, party, released).stream())
                .findFirst();
    }

    private static Referral error(Referral referral) {
        return new EnteredInError(referral.request());
    }
}
