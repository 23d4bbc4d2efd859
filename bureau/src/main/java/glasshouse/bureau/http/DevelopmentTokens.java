package glasshouse.bureau.http;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

/// Tokens to try the bureau with, signed by a key that lives as long as the process and is stored
/// nowhere. Only `--dev` makes one.
public final class DevelopmentTokens {
    /// The organisation for which the furnisher's and the relying party's tokens stand.
    public static final String FURNISHER = "dev-furnisher";

    public static final String RELYING_PARTY = "dev-relying-party";

    private static final String ISSUER = "urn:glasshouse:development";
    private static final Duration LIFE = Duration.ofHours(12);

    private final KeyPair keys;

    public DevelopmentTokens() {
        try {
            var generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            keys = generator.generateKeyPair();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has RSA", impossible);
        }
    }

    /// A token of one role; persons and staff are their own subject.
    public String token(Role role, String subject, Instant now) {
        String organisation =
                switch (role) {
                    case FURNISHER, RELYING_PARTY -> subject;
                    case PERSON, STEWARD, AUDITOR, OPERATOR -> "";
                };
        var claims =
                new JWTClaimsSet.Builder()
                        .issuer(ISSUER)
                        .subject(subject)
                        .claim(Tokens.ROLES, List.of(role.word()))
                        .claim(Tokens.ORGANISATION, organisation)
                        .issueTime(Date.from(now))
                        .expirationTime(Date.from(now.plus(LIFE)))
                        .build();
        var token = new SignedJWT(new JWSHeader(JWSAlgorithm.RS256), claims);
        try {
            token.sign(new RSASSASigner(keys.getPrivate()));
        } catch (JOSEException impossible) {
            throw new IllegalStateException("the key is one for signing", impossible);
        }
        return token.serialize();
    }

    JwtDecoder decoder() {
        var decoder = NimbusJwtDecoder.withPublicKey((RSAPublicKey) keys.getPublic()).build();
        decoder.setJwtValidator(JwtValidators.createDefaultWithIssuer(ISSUER));
        return decoder;
    }
}
