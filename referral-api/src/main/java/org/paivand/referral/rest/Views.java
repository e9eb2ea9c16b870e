package org.paivand.referral.rest;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.paivand.disclosure.AgencyId;
import org.paivand.disclosure.Coded;
import org.paivand.referral.DeclineCode;
import org.paivand.referral.OfferedGroup;
import org.paivand.referral.Party;
import org.paivand.referral.Proxy;
import org.paivand.referral.Referral;
import org.paivand.referral.ReferralDesk.Standing;
import org.paivand.referral.ReferralId;
import org.paivand.referral.Referrals.Change;
import org.paivand.referral.Referrals.Stored;
import org.paivand.referral.Request;
import org.paivand.referral.Step;
import org.paivand.referral.Transition;
import org.paivand.referral.rest.Wire.GroupOfferView;
import org.paivand.referral.rest.Wire.OfferedMember;
import org.paivand.referral.rest.Wire.OfferedWith;
import org.paivand.referral.rest.Wire.ProxyMark;
import org.paivand.referral.rest.Wire.ReferralChange;
import org.paivand.referral.rest.Wire.ReferralRow;
import org.paivand.referral.rest.Wire.ReferralView;
import org.paivand.referral.rest.Wire.TopicAnswer;
import org.paivand.registry.place.Phone;
import org.paivand.registry.service.ServiceId;
import org.paivand.rest.Conditions;

/** What each side is shown of a referral. */
final class Views {
    private Views() {}

    static ReferralView view(Standing standing) {
        Referral referral = standing.stored().referral();
        Request request = referral.request();
        boolean provider = standing.party() == Party.PROVIDER;
        boolean itself = provider && standing.proxyFor().isEmpty();
        return new ReferralView(
                request.id().value(),
                referral.shownTo(standing.party()),
                request.urgency().code(),
                request.from().value(),
                request.to().value(),
                request.purpose().code(),
                request.offeredAt(),
                request.respondBy(),
                standing.mark().at(),
                standing.mark().version(),
                allowed(standing),
                only(itself, Optional.of(request.caseReference())),
                only(
                        itself,
                        Optional.of(standing.workers().stream()
                                .map(worker -> worker.value())
                                .toList())),
                only(provider, step(referral).map(Coded::code)),
                of(referral, Referral.Declined.class)
                        .filter(declined -> provider)
                        .map(declined -> declined.code().code()),
                of(referral, Referral.Declined.class)
                        .filter(declined -> !provider)
                        .map(declined -> declined.code().senderView()),
                of(referral, Referral.Declined.class)
                        .map(Referral.Declined::suggested)
                        .filter(suggested -> !suggested.isEmpty())
                        .map(suggested ->
                                suggested.stream().map(ServiceId::value).toList()),
                Optional.of(standing.onward())
                        .filter(onward -> !onward.isEmpty())
                        .map(onward -> onward.stream().map(ReferralId::value).toList()),
                only(!provider, request.onwardFrom().map(ReferralId::value)),
                only(!provider, request.follows().map(ReferralId::value)),
                standing.followedBy().map(ReferralId::value),
                Optional.of(standing.alternates())
                        .filter(alternates -> !alternates.isEmpty())
                        .map(alternates ->
                                alternates.stream().map(AgencyId::value).toList()),
                of(referral, Referral.Clarifying.class)
                        .map(asked -> codes(asked.topics().stream().sorted().toList())),
                only(
                        provider,
                        of(referral, Referral.OnHold.class)
                                .map(held -> held.reason().code())),
                only(
                        provider,
                        of(referral, Referral.Failed.class)
                                .map(failed -> failed.code().code())),
                only(
                        provider,
                        of(referral, Referral.Completed.class)
                                .map(completed -> completed.outcome().code())),
                only(provider, of(referral, Referral.Completed.class).map(completed -> codes(completed.delivered()))),
                standing.endAskedAt(),
                standing.group().map(group -> offeredWith(group, request)),
                only(standing.proxyFor().isEmpty(), request.through().map(AgencyId::value)),
                standing.proxyFor().map(hosted -> hosted.id().value()),
                standing.proxyFor()
                        .map(hosted ->
                                hosted.phones().stream().map(Phone::number).toList()));
    }

    private static OfferedWith offeredWith(OfferedGroup group, Request request) {
        return new OfferedWith(group.id(), group.members().size(), constraint(request), group.divided());
    }

    /** The sender is told which case each referral is of: the cases are its own. */
    static GroupOfferView group(OfferedGroup group) {
        return new GroupOfferView(
                group.id(),
                group.divided(),
                group.members().stream()
                        .map(stored -> {
                            Request request = stored.referral().request();
                            return new OfferedMember(
                                    request.id().value(),
                                    stored.referral().shownTo(group.party()),
                                    constraint(request),
                                    only(
                                            group.party() == Party.SENDER,
                                            Optional.of(request.caseId().value())));
                        })
                        .toList());
    }

    private static String constraint(Request request) {
        return request.together().orElseThrow().constraint().code();
    }

    /** The answer to an offer. */
    static Response created(Standing offered) {
        return Response.created(URI.create("/api/v1/referrals/"
                        + offered.stored().referral().request().id()))
                .header(HttpHeaders.ETAG, Conditions.etag(offered.mark().version()))
                .entity(view(offered))
                .build();
    }

    /** Of an agency that the caller answers for. */
    static ReferralRow hosted(Stored stored) {
        return row(
                stored,
                Party.PROVIDER,
                Optional.of(stored.referral().request().to().value()));
    }

    static ReferralRow row(Stored stored, Party party) {
        return row(stored, party, Optional.empty());
    }

    private static ReferralRow row(Stored stored, Party party, Optional<String> proxyFor) {
        Request request = stored.referral().request();
        return new ReferralRow(
                request.id().value(),
                stored.referral().shownTo(party),
                request.urgency().code(),
                request.offeredAt(),
                request.respondBy(),
                stored.mark(party).at(),
                proxyFor);
    }

    /** What was said is the recipient's, but for the questions, their answers, and as much of a decline as a sender may know. */
    static ReferralChange change(Change change, Party party) {
        boolean told =
                party == Party.PROVIDER || List.of("offered", "clarifying").contains(change.state());
        List<String> codes = change.state().equals("declined") && !told
                ? change.codes().stream()
                        .map(code -> Coded.of(DeclineCode.class, code).senderView())
                        .toList()
                : told ? change.codes() : List.of();
        boolean answers = change.state().equals("offered");
        return new ReferralChange(
                change.state(),
                change.by().value(),
                change.at(),
                Optional.of(codes)
                        .filter(some -> answers && !some.isEmpty())
                        .map(some -> some.stream().map(Views::answer).toList()),
                Optional.of(codes).filter(some -> !answers && !some.isEmpty()),
                change.proxy().map(proxy -> mark(proxy, party == Party.PROVIDER)));
    }

    /** The sender is told who answered, and how; when and by whom it was said is between the two. */
    private static ProxyMark mark(Proxy proxy, boolean provider) {
        return new ProxyMark(
                proxy.host().value(),
                proxy.channel().code(),
                only(provider, Optional.of(proxy.toldAt())),
                only(provider, Optional.of(proxy.saidBy().code())));
    }

    private static TopicAnswer answer(String codes) {
        int between = codes.indexOf('=');
        return new TopicAnswer(codes.substring(0, between), codes.substring(between + 1));
    }

    private static Optional<Step> step(Referral referral) {
        return of(referral, Referral.InProgress.class)
                .map(Referral.InProgress::step)
                .or(() -> of(referral, Referral.OnHold.class).map(Referral.OnHold::step));
    }

    private static <S extends Referral> Optional<S> of(Referral referral, Class<S> state) {
        return Optional.of(referral).filter(state::isInstance).map(state::cast);
    }

    private static List<String> codes(List<? extends Coded> list) {
        return list.stream().map(Coded::code).toList();
    }

    private static List<String> allowed(Standing standing) {
        List<String> allowed = new ArrayList<>(
                standing.allowed().stream().map(Transition::code).toList());
        if (standing.party() == Party.PROVIDER && !(standing.stored().referral() instanceof Referral.Ended)) {
            allowed.add("releases");
        }
        return allowed;
    }

    private static <T> Optional<T> only(boolean shown, Optional<T> value) {
        return shown ? value : Optional.empty();
    }
}
