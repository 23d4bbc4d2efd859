package glasshouse.scheme;

import glasshouse.document.Position;
import java.util.List;
import java.util.Map;

/// A compiled scheme: complete, consistent, and in its realm allowed.
///
/// Everything keeps the order of the file. `contexts` are those that it adds. `positions` says
/// where each path, such as `services.mortgage.rules[0]`, is written.
public record Scheme(
        Header header,
        Terms terms,
        Scale scale,
        List<Band> bands,
        List<Context> contexts,
        List<Signal> signals,
        List<Characteristic> characteristics,
        List<Service> services,
        List<Listing> lists,
        Map<String, Position> positions) {
    public Scheme {
        bands = List.copyOf(bands);
        contexts = List.copyOf(contexts);
        signals = List.copyOf(signals);
        characteristics = List.copyOf(characteristics);
        services = List.copyOf(services);
        lists = List.copyOf(lists);
        positions = Map.copyOf(positions);
    }

    /// A scheme that adds no contexts.
    public Scheme(
            Header header,
            Terms terms,
            Scale scale,
            List<Band> bands,
            List<Signal> signals,
            List<Characteristic> characteristics,
            List<Service> services,
            List<Listing> lists,
            Map<String, Position> positions) {
        this(
                header,
                terms,
                scale,
                bands,
                List.of(),
                signals,
                characteristics,
                services,
                lists,
                positions);
    }

    /// The band of a published score.
    public Band band(long publishedMicro) {
        Band found = bands.getFirst();
        for (Band band : bands) {
            if (publishedMicro >= band.fromMicro()) {
                found = band;
            }
        }
        return found;
    }

    /// Where a path is written.
    public Position position(String path) {
        return positions.getOrDefault(path, Position.NOWHERE);
    }
}
