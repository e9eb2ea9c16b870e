package org.paivand.suite;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;

/** Tokens with the claims that the realm's mappers put in, signed by a key made for this run. */
final class Tokens {
    static final String ISSUER = "http://127.0.0.1/realms/paivand";
    static final String AUDIENCE = "paivand-api";

    private final RSAKey realm = key();
    private final RSAKey stranger = key();

    private static RSAKey key() {
        try {
            return new RSAKeyGenerator(2048).keyID("suite").generate();
        } catch (JOSEException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    /** The public key, as mp.jwt.verify.publickey takes it: base64 of the X.509 form on one line. */
    String publicKey() {
        try {
            return Base64.getEncoder().encodeToString(realm.toRSAPublicKey().getEncoded());
        } catch (JOSEException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }

    String of(Account account) {
        return signed(realm, claims(account, Instant.now()).build());
    }

    /** A token of the realm that says something else than it should. */
    String altered(Account account, Consumer<JWTClaimsSet.Builder> change) {
        JWTClaimsSet.Builder claims = claims(account, Instant.now());
        change.accept(claims);
        return signed(realm, claims.build());
    }

    String expired(Account account) {
        return signed(
                realm, claims(account, Instant.now().minus(Duration.ofHours(1))).build());
    }

    String signedByAStranger(Account account) {
        return signed(stranger, claims(account, Instant.now()).build());
    }

    String unsigned(Account account) {
        return new PlainJWT(claims(account, Instant.now()).build()).serialize();
    }

    private static JWTClaimsSet.Builder claims(Account account, Instant now) {
        return new JWTClaimsSet.Builder()
                .issuer(ISSUER)
                .audience(AUDIENCE)
                .subject(account.user())
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(Duration.ofMinutes(5))))
                .claim("typ", "Bearer")
                .claim("azp", "paivand-cli")
                .claim("preferred_username", account.user())
                .claim("groups", account.roles())
                .claim("agency", account.agency());
    }

    private static String signed(RSAKey key, JWTClaimsSet claims) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256)
                            .keyID(key.getKeyID())
                            .type(JOSEObjectType.JWT)
                            .build(),
                    claims);
            token.sign(new RSASSASigner(key));
            return token.serialize();
        } catch (JOSEException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
