package glasshouse.bureau.http;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtValidators;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.jwt.SupplierJwtDecoder;

/// Who a bearer token says that somebody is. Signatures, times, issuer and audience are checked by
/// Spring Security's decoder.
///
/// A token's `sub` is the person or member of staff, `roles` a list of the words of [Role],
/// `organisation` the furnisher or relying party for which somebody acts.
public final class Tokens {
    static final String ROLES = "roles";
    static final String ORGANISATION = "organisation";

    private final List<JwtDecoder> decoders;

    private Tokens(List<JwtDecoder> decoders) {
        this.decoders = List.copyOf(decoders);
    }

    /// Nobody's tokens.
    public static Tokens none() {
        return new Tokens(List.of());
    }

    /// Tokens of an OpenID provider for an audience; its keys are fetched when first needed.
    public static Tokens of(String issuer, String audience) {
        OAuth2TokenValidator<Jwt> ours =
                new JwtClaimValidator<@Nullable Collection<String>>(
                        "aud", claimed -> claimed != null && claimed.contains(audience));
        var decoder =
                new SupplierJwtDecoder(
                        () -> {
                            var found = NimbusJwtDecoder.withIssuerLocation(issuer).build();
                            found.setJwtValidator(
                                    new DelegatingOAuth2TokenValidator<>(
                                            List.of(
                                                    JwtValidators.createDefaultWithIssuer(issuer),
                                                    ours)));
                            return found;
                        });
        return new Tokens(List.of(decoder));
    }

    /// These and those made for development.
    public Tokens and(DevelopmentTokens development) {
        var both = new ArrayList<>(decoders);
        both.add(development.decoder());
        return new Tokens(both);
    }

    boolean isEmpty() {
        return decoders.isEmpty();
    }

    /// The caller that a token proves; empty where it proves nobody.
    Optional<Caller> caller(String token) {
        for (JwtDecoder decoder : decoders) {
            try {
                return Optional.of(caller(decoder.decode(token)));
            } catch (JwtException notThisOne) {
                // Another may know it.
            }
        }
        return Optional.empty();
    }

    private static Caller caller(Jwt jwt) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        List<String> claimed = jwt.getClaimAsStringList(ROLES);
        for (String word : claimed == null ? List.<String>of() : claimed) {
            Role.of(word).ifPresent(roles::add);
        }
        String subject = jwt.getSubject();
        String organisation = jwt.getClaimAsString(ORGANISATION);
        return new Caller(
                subject == null ? "" : subject, roles, organisation == null ? "" : organisation);
    }
}
