package glasshouse.bureau.notice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// How what is sent is signed: `t=` the second, `v1=` HMAC-SHA256 in hexadecimal over that, a dot
/// and the body, under the webhook's secret. A receiver refuses an old second, so that nothing can
/// be sent again by others.
public final class Signature {
    /// The header that has it.
    public static final String HEADER = "Glasshouse-Signature";

    private Signature() {}

    public static String of(String body, long second, byte[] secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            byte[] signed = mac.doFinal((second + "." + body).getBytes(StandardCharsets.UTF_8));
            return "t=" + second + ",v1=" + HexFormat.of().formatHex(signed);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", impossible);
        }
    }
}
