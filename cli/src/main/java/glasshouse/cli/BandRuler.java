package glasshouse.cli;

import glasshouse.scheme.Band;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Scale;
import glasshouse.scheme.Scheme;
import java.util.List;

/// The scale drawn as a line over its bands, with a mark at a score.
final class BandRuler {
    private static final int WIDTH = 64;

    private BandRuler() {}

    static String draw(Scheme scheme, long scoreMicro, Terminal terminal) {
        Scale scale = scheme.scale();
        String floor = Micro.format(scale.floorMicro());
        int mark = column(scale, scoreMicro);
        var line = new StringBuilder("  ").append(floor).append(' ');
        List<Band> bands = scheme.bands();
        for (int i = 0; i < bands.size(); i++) {
            boolean last = i == bands.size() - 1;
            int from = i == 0 ? 0 : column(scale, bands.get(i).fromMicro());
            int to = last ? WIDTH : column(scale, bands.get(i + 1).fromMicro());
            String segment = segment(bands.get(i).title(), to - from);
            line.append(terminal.coloured(segment, bands.get(i).colour()));
        }
        line.append(' ').append(Micro.format(scale.ceilingMicro())).append('\n');
        String marker = " ".repeat(3 + floor.length() + Math.min(mark, WIDTH - 1)) + "▲";
        return line.append(marker).append('\n').toString();
    }

    private static int column(Scale scale, long micro) {
        double share =
                (double) (micro - scale.floorMicro()) / (scale.ceilingMicro() - scale.floorMicro());
        return (int) Math.round(share * WIDTH);
    }

    private static String segment(String title, int width) {
        String label = " " + title + " ";
        int left = width - 1 - label.length();
        if (left < 1) {
            return width < 1 ? "" : "┣" + "━".repeat(width - 1);
        }
        return "┣" + "━".repeat(left / 2) + label + "━".repeat(left - left / 2);
    }
}
