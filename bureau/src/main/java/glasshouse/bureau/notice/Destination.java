package glasshouse.bureau.notice;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Arrays;

/// Where the bureau may be asked to send something: https, to addresses of the open Internet, so
/// that nobody has it call its own neighbours. For development also http to this machine.
public record Destination(boolean forDevelopment) {
    private static final int MOST_CHARACTERS = 2000;

    /// Whether it may send there now.
    public boolean allows(URI url) {
        String scheme = url.getScheme();
        String host = url.getHost();
        if (scheme == null
                || host == null
                || url.getUserInfo() != null
                || url.toString().length() > MOST_CHARACTERS) {
            return false;
        }
        try {
            InetAddress[] addresses = InetAddress.getAllByName(host);
            boolean isHere = Arrays.stream(addresses).allMatch(InetAddress::isLoopbackAddress);
            if (forDevelopment && isHere) {
                return scheme.equals("http") || scheme.equals("https");
            }
            return scheme.equals("https") && Arrays.stream(addresses).allMatch(Destination::isOpen);
        } catch (UnknownHostException nowhere) {
            return false;
        }
    }

    private static boolean isOpen(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isUniqueLocal = bytes.length == 16 && (bytes[0] & 0xfe) == 0xfc;
        boolean isCarriers =
                bytes.length == 4 && (bytes[0] & 0xff) == 100 && (bytes[1] & 0xc0) == 64;
        return !address.isLoopbackAddress()
                && !address.isAnyLocalAddress()
                && !address.isLinkLocalAddress()
                && !address.isSiteLocalAddress()
                && !address.isMulticastAddress()
                && !isUniqueLocal
                && !isCarriers;
    }
}
