package org.paivand.realm.keycloak;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.client.Client;
import jakarta.ws.rs.client.ClientBuilder;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.keycloak.OAuth2Constants;
import org.keycloak.admin.client.JacksonProvider;
import org.keycloak.admin.client.Keycloak;
import org.keycloak.admin.client.KeycloakBuilder;
import org.keycloak.admin.client.resource.ClientResource;
import org.keycloak.admin.client.resource.RealmResource;
import org.paivand.realm.AgencyAccount;
import org.paivand.realm.ClientSecret;
import org.paivand.realm.Realm;
import org.paivand.realm.RealmAccess;
import org.paivand.realm.RealmException;
import org.paivand.realm.RealmFault;

/** A realm of a Keycloak 26. The token of the node's own client is taken when it is first needed. */
public final class KeycloakRealm implements Realm {
    private static final long CONNECT_SECONDS = 5;
    private static final long ANSWER_SECONDS = 15;

    private final Client http;
    private final Keycloak keycloak;
    private final RealmResource realm;

    public KeycloakRealm(RealmAccess access) {
        this.http = ClientBuilder.newBuilder()
                .connectTimeout(CONNECT_SECONDS, TimeUnit.SECONDS)
                .readTimeout(ANSWER_SECONDS, TimeUnit.SECONDS)
                .register(JacksonProvider.class, 100)
                .build();
        this.keycloak = KeycloakBuilder.builder()
                .serverUrl(access.url().toString())
                .realm(access.realm())
                .grantType(OAuth2Constants.CLIENT_CREDENTIALS)
                .clientId(access.client())
                .clientSecret(access.secret())
                .resteasyClient(http)
                .build();
        this.realm = keycloak.realm(access.realm());
    }

    @Override
    public void provide(AgencyAccount account) throws RealmException {
        asked(() -> {
            AgencyGroup group = new AgencyGroup(realm, account);
            AgencyClient client = new AgencyClient(realm, account);
            // Both before either is made: a name that is taken leaves no half behind.
            Optional<String> known = group.find();
            Optional<ClientResource> there = client.find();
            String groupId = known.isPresent() ? known.get() : group.make();
            client.equip(there.isPresent() ? there.get() : client.make(), groupId);
            return true;
        });
    }

    @Override
    public ClientSecret renewSecret(AgencyAccount account) throws RealmException {
        return asked(() -> {
            ClientResource client = new AgencyClient(realm, account)
                    .find()
                    .orElseThrow(() -> new RealmException(RealmFault.ACCOUNT_MISSING));
            return new ClientSecret(client.generateNewSecret().getValue());
        });
    }

    @Override
    public void revoke(AgencyAccount account) throws RealmException {
        asked(() -> {
            new AgencyClient(realm, account).disable();
            new AgencyGroup(realm, account).disableMembers();
            return true;
        });
    }

    @FunctionalInterface
    private interface Asking<T> {
        T answer() throws RealmException;
    }

    /** What a server says of a failure isn't repeated: only of which kind it was. */
    private static <T> T asked(Asking<T> asking) throws RealmException {
        try {
            return asking.answer();
        } catch (WebApplicationException refused) {
            throw new RealmException(fault(refused.getResponse().getStatus()));
        } catch (ProcessingException failed) {
            // The token's own request fails inside a filter of the other one.
            throw new RealmException(
                    failed.getCause() instanceof ClientErrorException
                            ? RealmFault.REALM_DENIED
                            : RealmFault.REALM_UNREACHABLE);
        }
    }

    static RealmFault fault(int status) {
        return switch (status) {
            case 400, 401, 403 -> RealmFault.REALM_DENIED;
            case 404 -> RealmFault.ACCOUNT_MISSING;
            default -> RealmFault.REALM_UNREACHABLE;
        };
    }

    @Override
    public void close() {
        keycloak.close();
        http.close();
    }
}
