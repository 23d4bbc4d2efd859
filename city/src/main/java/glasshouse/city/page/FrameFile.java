package glasshouse.city.page;

import glasshouse.city.world.City;
import glasshouse.city.world.Count;
import glasshouse.city.world.Frame;
import glasshouse.city.world.Homes;
import glasshouse.city.world.News;
import glasshouse.city.world.Snapshot;
import glasshouse.scheme.Listing;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scheme;
import glasshouse.wire.result.JsonDocument;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/// What the map's script reads. A frame is the length of a JSON text in four bytes, the text, and
/// for each town the scores of all its people in two bytes each and their marks in one; little
/// endian. For 10,000 people a town takes 30 kB.
final class FrameFile {
    private FrameFile() {}

    /// Rules of the towns: titles, scale, bands, lists.
    static String towns(City city) {
        Frame frame = city.frame();
        return JsonDocument.of(
                json -> {
                    json.whole("people", city.people());
                    json.whole("founding", frame.founding());
                    json.texts(
                            "groups",
                            city.population().groups().stream().map(g -> g.title()).toList());
                    json.array("towns", frame.towns(), town -> town(json, town));
                });
    }

    private static void town(JsonDocument json, Frame.View town) throws IOException {
        json.text("rules", town.rules());
        if (town.arm().scheme().isEmpty()) {
            return;
        }
        Scheme scheme = town.arm().scheme().get();
        json.text("title", scheme.header().title());
        json.decimal("floor", points(scheme.scale().floorMicro()));
        json.decimal("ceiling", points(scheme.scale().ceilingMicro()));
        json.decimal("step", points(scheme.scale().precisionMicro()));
        json.array(
                "bands",
                scheme.bands(),
                band -> json.text("title", band.title()).decimal("from", points(band.fromMicro())));
        json.array("lists", scheme.lists(), list -> list(json, list));
    }

    private static void list(JsonDocument json, Listing list) throws IOException {
        json.text("title", list.title()).bool("black", list.kind() == Listing.Kind.BLACKLIST);
    }

    private static double points(long micro) {
        return micro / (double) Micro.ONE;
    }

    /// Ranks of all in two bytes each, then groups in one.
    static byte[] homes(Homes homes) {
        int people = homes.rank().length;
        ByteBuffer bytes = ByteBuffer.allocate(people * 3).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asShortBuffer().put(homes.rank());
        bytes.position(people * 2).put(homes.group());
        return bytes.array();
    }

    /// A frame, with the counts after the first `counts` and the news after number `news`.
    static byte[] frame(Frame frame, int counts, long news) {
        byte[] text = head(frame, counts, news).getBytes(StandardCharsets.UTF_8);
        int size = 4 + text.length;
        for (Frame.View town : frame.towns()) {
            size += 3 * town.snapshot().scores().length;
        }
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(text.length).put(text);
        for (Frame.View town : frame.towns()) {
            short[] scores = town.snapshot().scores();
            bytes.asShortBuffer().put(scores);
            bytes.position(bytes.position() + 2 * scores.length);
            bytes.put(town.snapshot().marks());
        }
        return bytes.array();
    }

    private static String head(Frame frame, int counts, long news) {
        return JsonDocument.of(
                json -> {
                    json.whole("number", frame.number()).whole("founding", frame.founding());
                    json.text("pace", frame.pace().word());
                    json.bool("catchingUp", frame.catchingUp());
                    json.array(
                            "towns",
                            frame.towns(),
                            town -> snapshot(json, town.snapshot(), counts, news));
                });
    }

    private static void snapshot(JsonDocument json, Snapshot town, int counts, long news)
            throws IOException {
        json.whole("days", town.days()).text("date", town.date());
        json.whole("members", town.members()).decimal("mean", town.mean());
        json.decimals("inBand", town.inBand().stream().mapToDouble(i -> i).toArray());
        json.decimals("onList", town.onList().stream().mapToDouble(i -> i).toArray());
        List<Count> all = town.counts();
        json.array(
                "counts",
                all.subList(Math.min(counts, all.size()), all.size()),
                each -> count(json, each));
        json.array(
                "news",
                town.news().stream().filter(each -> each.number() > news).toList(),
                each -> news(json, each));
    }

    private static void count(JsonDocument json, Count count) throws IOException {
        json.text("date", count.date()).decimal("mean", count.mean());
        json.decimal("savings", count.savings()).decimal("cost", count.cost());
        json.decimal("employed", count.employed()).whole("would", count.would());
        json.whole("spoke", count.spoke()).whole("silent", count.silent());
        json.whole("praised", count.praised());
    }

    private static void news(JsonDocument json, News news) throws IOException {
        json.whole("number", news.number()).text("date", news.date());
        json.whole("person", news.person());
        json.text("kind", news.kind().name().toLowerCase(Locale.ROOT));
        json.whole("score", news.score()).whole("change", news.change());
        json.optional("about", news.about()).optional("cause", news.cause());
    }
}
