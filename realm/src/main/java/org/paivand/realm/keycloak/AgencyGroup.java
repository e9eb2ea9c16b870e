package org.paivand.realm.keycloak;

import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.GroupRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.paivand.realm.AgencyAccount;
import org.paivand.realm.RealmException;
import org.paivand.realm.RealmFault;

/** The agency's group. Its attribute {@code agency} is what the tokens of its members say. */
final class AgencyGroup {
    static final String MARK = "paivand.mark";
    private static final String AGENCY = "agency";
    private static final int AT_ONCE = 100;

    private final RealmResource realm;
    private final AgencyAccount account;

    AgencyGroup(RealmResource realm, AgencyAccount account) {
        this.realm = realm;
        this.account = account;
    }

    /** The id of the group that was made for this account; fails if another has its name. */
    Optional<String> find() throws RealmException {
        Optional<GroupRepresentation> named = named();
        if (named.isPresent() && !isMade(named.get())) {
            throw new RealmException(RealmFault.GROUP_TAKEN);
        }
        return named.map(GroupRepresentation::getId);
    }

    String make() throws RealmException {
        GroupRepresentation group = new GroupRepresentation();
        group.setName(account.group());
        group.setAttributes(Map.of(AGENCY, List.of(account.agency()), MARK, List.of(account.mark())));
        try (Response answer = realm.groups().add(group)) {
            AgencyClient.requireCreated(answer, RealmFault.GROUP_TAKEN);
        }
        return find().orElseThrow(() -> new RealmException(RealmFault.ACCOUNT_MISSING));
    }

    /** Everybody who is a member, or whose own attribute says they are of the agency. */
    void disableMembers() {
        named().filter(this::isMade)
                .ifPresent(group -> all(first ->
                                realm.groups().group(group.getId()).members(first, AT_ONCE, true))
                        .forEach(member -> disable(whole(member))));
        String query = AGENCY + ":" + account.agency();
        all(first -> realm.users().searchByAttributes(first, AT_ONCE, null, true, true, query))
                .forEach(listed ->
                        Optional.of(whole(listed)).filter(this::isOfAgency).ifPresent(this::disable));
    }

    @FunctionalInterface
    private interface Listing {
        List<UserRepresentation> from(int first);
    }

    private static List<UserRepresentation> all(Listing listing) {
        List<UserRepresentation> people = new ArrayList<>();
        List<UserRepresentation> found;
        do {
            found = listing.from(people.size());
            people.addAll(found);
        } while (found.size() == AT_ONCE);
        return people;
    }

    private UserRepresentation whole(UserRepresentation listed) {
        return realm.users().get(listed.getId()).toRepresentation();
    }

    private void disable(UserRepresentation person) {
        person.setEnabled(false);
        UserResource user = realm.users().get(person.getId());
        user.update(person);
        user.logout();
    }

    /** A search may find more than it was asked for. */
    private boolean isOfAgency(UserRepresentation person) {
        return has(person.getAttributes(), AGENCY, account.agency());
    }

    private Optional<GroupRepresentation> named() {
        return realm.groups().groups(account.group(), true, 0, AT_ONCE, true).stream()
                .filter(group -> group.getName().equals(account.group()))
                .findFirst()
                .map(group -> realm.groups().group(group.getId()).toRepresentation());
    }

    private boolean isMade(GroupRepresentation group) {
        return has(group.getAttributes(), MARK, account.mark());
    }

    private static boolean has(@Nullable Map<String, List<String>> attributes, String name, String value) {
        return Optional.ofNullable(attributes)
                .map(known -> known.get(name))
                .filter(List.of(value)::equals)
                .isPresent();
    }
}
