package glasshouse.bureau.http;

import glasshouse.bureau.Bureau;
import glasshouse.bureau.Limits;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Context;
import org.apache.catalina.core.StandardHost;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.tomcat.ConfigurableTomcatWebServerFactory;
import org.springframework.boot.web.server.WebServer;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.web.servlet.function.RouterFunction;

/// The bureau's HTTP server, on virtual threads. Everything that it serves is in the table of
/// routes that it is given.
public final class Server implements AutoCloseable {
    private static final String MOST_HEADER_BYTES = "16KB";
    private static final int MOST_CONNECTIONS = 4096;

    private final ConfigurableApplicationContext context;

    private Server(ConfigurableApplicationContext context) {
        this.context = context;
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Web {
        @Bean
        static WebServerFactoryCustomizer<ConfigurableTomcatWebServerFactory> plainErrors() {
            return factory -> factory.addContextCustomizers(Server::plainErrors);
        }
    }

    private static void plainErrors(Context context) {
        if (context.getParent() instanceof StandardHost host) {
            host.setErrorReportValveClass(PlainErrors.class.getName());
        }
    }

    /// Where to listen, and how much to take; `more` are routes beside the bureau's own, for
    /// measurements.
    public record Setup(String host, int port, Limits limits, List<Route> more) {
        public Setup {
            more = List.copyOf(more);
        }
    }

    /// Starts to serve; port 0 takes a free one.
    public static Server start(Bureau bureau, Tokens tokens, Setup setup) {
        List<Route> routes = new ArrayList<>(Routes.of(bureau));
        routes.addAll(setup.more());
        var intake = new Intake(setup.limits());
        bureau.meters()
                .watch("glasshouse.http.intake", "Bytes of bodies being held", intake::taken);
        var gate = new Gate(tokens, bureau, new Rates(setup.limits()));
        var router = new Router(routes, gate, intake, bureau.meters());
        Map<String, Object> settings = new HashMap<>();
        settings.put("server.address", setup.host());
        settings.put("server.port", setup.port());
        settings.put("server.shutdown", "graceful");
        settings.put("spring.lifecycle.timeout-per-shutdown-phase", "10s");
        settings.put("server.max-http-request-header-size", MOST_HEADER_BYTES);
        settings.put("server.tomcat.max-connections", MOST_CONNECTIONS);
        settings.put("server.tomcat.connection-timeout", "10s");
        settings.put("server.tomcat.keep-alive-timeout", "60s");
        settings.put("server.tomcat.max-keep-alive-requests", -1);
        settings.put("server.compression.enabled", true);
        settings.put("server.error.include-message", "never");
        settings.put("server.error.whitelabel.enabled", false);
        settings.put("spring.threads.virtual.enabled", true);
        settings.put("spring.web.resources.add-mappings", false);
        settings.put("spring.main.banner-mode", "off");
        settings.put("spring.jmx.enabled", false);
        settings.put("spring.servlet.multipart.enabled", false);
        var context =
                new SpringApplicationBuilder(Web.class)
                        .web(WebApplicationType.SERVLET)
                        .registerShutdownHook(false)
                        .properties(settings)
                        .initializers(
                                (GenericApplicationContext beans) -> {
                                    beans.registerBean(
                                            RouterFunction.class, () -> router.function());
                                    beans.registerBean(Doorstep.class, Doorstep::new);
                                })
                        .run();
        return new Server(context);
    }

    /// The port that it listens on.
    public int port() {
        WebServer server =
                context instanceof WebServerApplicationContext web ? web.getWebServer() : null;
        return server == null ? 0 : server.getPort();
    }

    /// Finishes the requests under way and stops.
    @Override
    public void close() {
        context.close();
    }
}
