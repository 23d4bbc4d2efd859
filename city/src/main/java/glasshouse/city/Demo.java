package glasshouse.city;

import glasshouse.city.http.Server;
import glasshouse.city.page.Pages;
import glasshouse.city.world.City;
import glasshouse.city.world.Schemes;
import java.io.IOException;
import java.util.Optional;

/// The city with its pages on a port of this machine.
public final class Demo implements AutoCloseable {
    private final City city;
    private final Server server;

    private Demo(City city, Server server) {
        this.city = city;
        this.server = server;
    }

    /// How many live in the city, and with which luck.
    public record Size(int people, long seed) {}

    /// Founds a city under the scheme of a name, and serves it; port 0 takes a free one.
    public static Demo start(int port, Size size, Schemes schemes, String first)
            throws IOException {
        var city = new City(size.people(), size.seed(), Optional.of(first).flatMap(schemes::find));
        var pages = new Pages(city, schemes);
        try {
            var server = Server.start(port, pages.routes(), pages.assets(), pages::trouble);
            return new Demo(city, server);
        } catch (IOException taken) {
            city.close();
            throw taken;
        }
    }

    public int port() {
        return server.port();
    }

    public City city() {
        return city;
    }

    @Override
    public void close() {
        city.close();
        server.close();
    }
}
