package glasshouse.bureau.shadow;

import glasshouse.bureau.inquiry.Standings.Standing;
import glasshouse.scheme.Service;
import glasshouse.service.Decision;
import java.util.Map;
import java.util.TreeMap;

/// How somebody stands under one edition: score, band, and what each service would decide.
public record Side(long scoreMicro, String band, int rank, Map<String, Decision> decisions) {
    public Side {
        decisions = Map.copyOf(decisions);
    }

    static Side of(Standing standing) {
        var scheme = standing.edition().scheme();
        var readout = standing.readout();
        Map<String, Decision> decisions = new TreeMap<>();
        for (Service each : scheme.services()) {
            standing.decide(each.name()).ifPresent(found -> decisions.put(each.name(), found));
        }
        int rank = readout.bandIndex();
        return new Side(readout.scoreMicro(), scheme.bands().get(rank).name(), rank, decisions);
    }
}
