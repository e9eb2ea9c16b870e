package org.paivand.realm.keycloak;

import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.keycloak.admin.client.resource.RoleScopeResource;
import org.keycloak.admin.client.resource.UserResource;
import org.keycloak.representations.idm.ClientRepresentation;
import org.keycloak.representations.idm.ProtocolMapperRepresentation;
import org.keycloak.representations.idm.RoleRepresentation;
import org.keycloak.representations.idm.UserRepresentation;
import org.paivand.realm.AgencyAccount;
import org.paivand.realm.RealmException;
import org.paivand.realm.RealmFault;

/** The agency's confidential client. Its service account is in the agency's group, and has the roles of its kind. */
final class AgencyClient {
    private static final int CREATED = 201;
    private static final int TAKEN = 409;

    private final RealmResource realm;
    private final AgencyAccount account;

    AgencyClient(RealmResource realm, AgencyAccount account) {
        this.realm = realm;
        this.account = account;
    }

    /** The client that was made for this account; fails if another has its id. */
    Optional<ClientResource> find() throws RealmException {
        Optional<ClientRepresentation> named = named();
        if (named.isPresent() && !isMade(named.get())) {
            throw new RealmException(RealmFault.CLIENT_TAKEN);
        }
        return named.map(client -> realm.clients().get(client.getId()));
    }

    /** Keycloak gives it a secret of its own, which nobody asks for. */
    ClientResource make() throws RealmException {
        ClientRepresentation client = new ClientRepresentation();
        client.setClientId(account.client());
        client.setName(account.client());
        client.setProtocol("openid-connect");
        client.setClientAuthenticatorType("client-secret");
        client.setPublicClient(false);
        client.setStandardFlowEnabled(false);
        client.setImplicitFlowEnabled(false);
        client.setDirectAccessGrantsEnabled(false);
        client.setServiceAccountsEnabled(true);
        client.setFullScopeAllowed(true);
        client.setDefaultClientScopes(List.of("basic"));
        client.setOptionalClientScopes(List.of());
        client.setAttributes(Map.of(AgencyGroup.MARK, account.mark()));
        client.setProtocolMappers(mappers());
        try (Response answer = realm.clients().create(client)) {
            requireCreated(answer, RealmFault.CLIENT_TAKEN);
        }
        return find().orElseThrow(() -> new RealmException(RealmFault.ACCOUNT_MISSING));
    }

    /**
     * Puts the client's account into the group and gives it exactly its roles: Keycloak gave it the realm's default ones,
     * and a client's tokens carry all that its account has. To narrow the client's scope too, the node would need the
     * right to manage the whole realm.
     */
    void equip(ClientResource client, String groupId) throws RealmException {
        UserResource user = realm.users().get(client.getServiceAccountUser().getId());
        user.joinGroup(groupId);
        giveExactly(user.roles().realmLevel());
        enable(user);
        enable(client);
    }

    private static void enable(UserResource user) {
        UserRepresentation known = user.toRepresentation();
        if (!Boolean.TRUE.equals(known.isEnabled())) {
            known.setEnabled(true);
            user.update(known);
        }
    }

    /** Of an agency that was let go and taken back; whatever secret it had then is gone. */
    private static void enable(ClientResource client) {
        ClientRepresentation known = client.toRepresentation();
        if (!Boolean.TRUE.equals(known.isEnabled())) {
            known.setEnabled(true);
            client.update(known);
        }
    }

    void disable() {
        named().filter(this::isMade).ifPresent(found -> {
            ClientResource client = realm.clients().get(found.getId());
            found.setEnabled(false);
            found.setNotBefore(Math.toIntExact(Instant.now().getEpochSecond()));
            client.update(found);
            client.generateNewSecret();
        });
    }

    private void giveExactly(RoleScopeResource roles) throws RealmException {
        List<RoleRepresentation> surplus = new ArrayList<>(roles.listAll());
        Set<String> missing = new TreeSet<>(account.roles());
        surplus.forEach(role -> missing.remove(role.getName()));
        surplus.removeIf(role -> account.roles().contains(role.getName()));
        List<RoleRepresentation> given = new ArrayList<>(roles.listAvailable());
        given.removeIf(role -> !missing.contains(role.getName()));
        if (given.size() != missing.size()) {
            throw new RealmException(RealmFault.ROLE_MISSING);
        }
        if (!surplus.isEmpty()) {
            roles.remove(surplus);
        }
        if (!given.isEmpty()) {
            roles.add(given);
        }
    }

    static void requireCreated(Response answer, RealmFault taken) throws RealmException {
        if (answer.getStatus() != CREATED) {
            throw new RealmException(answer.getStatus() == TAKEN ? taken : KeycloakRealm.fault(answer.getStatus()));
        }
    }

    /** The claims that the node reads: {@code groups}, {@code agency} (the group's attribute) and {@code aud}. */
    private static List<ProtocolMapperRepresentation> mappers() {
        return List.of(
                mapper(
                        "groups",
                        "oidc-usermodel-realm-role-mapper",
                        Map.of("claim.name", "groups", "multivalued", "true")),
                mapper(
                        "agency",
                        "oidc-usermodel-attribute-mapper",
                        Map.of("claim.name", "agency", "user.attribute", "agency")),
                mapper("audience", "oidc-audience-mapper", Map.of("included.custom.audience", "paivand-api")));
    }

    private static ProtocolMapperRepresentation mapper(String name, String type, Map<String, String> own) {
        Map<String, String> config =
                own.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        config.put("jsonType.label", "String");
        config.put("access.token.claim", "true");
        config.put("id.token.claim", "false");
        config.put("userinfo.token.claim", "false");
        ProtocolMapperRepresentation mapper = new ProtocolMapperRepresentation();
        mapper.setName(name);
        mapper.setProtocol("openid-connect");
        mapper.setProtocolMapper(type);
        mapper.setConfig(config);
        return mapper;
    }

    private Optional<ClientRepresentation> named() {
        return realm.clients().findByClientId(account.client()).stream()
                .filter(client -> client.getClientId().equals(account.client()))
                .findFirst();
    }

    private boolean isMade(ClientRepresentation client) {
        return Optional.ofNullable(client.getAttributes())
                .map(attributes -> attributes.get(AgencyGroup.MARK))
                .filter(account.mark()::equals)
                .isPresent();
    }
}
