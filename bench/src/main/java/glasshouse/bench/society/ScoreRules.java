package glasshouse.bench.society;

import glasshouse.lab.compact.Reporting;
import glasshouse.lab.compact.Reporting.Reported;
import glasshouse.lab.scene.Deed;
import glasshouse.scheme.Accrued;
import glasshouse.scheme.Award;
import glasshouse.scheme.Characteristic;
import glasshouse.scheme.Fade;
import glasshouse.scheme.Limit;
import glasshouse.scheme.Micro;
import glasshouse.scheme.Period;
import glasshouse.scheme.Scheme;
import glasshouse.scheme.SharedLimit;
import java.util.ArrayList;
import java.util.List;

/// A scheme of accruals with half-lives and contacts, made ready for [Account]: what each deed
/// brings, and what caps it.
final class ScoreRules {
    private static final int WEEK_DAYS = 7;
    private static final int TYPICAL_PART = 10;

    /// What a deed brings one characteristic: points by amount, and the limits that cap them.
    record Criterion(int characteristic, float[] points, int[] limits) {}

    /// An accrual: what a week leaves of its points, and its bounds.
    record Kind(float weeklyWeight, float floor, float ceiling) {}

    final float initial;
    final float floor;
    final float ceiling;
    final float pull;
    final float mostPull;
    final List<String> names = new ArrayList<>();
    final Kind[] kinds;
    final float[] limits;
    final Period[] periods;

    private final List<Limit> found = new ArrayList<>();
    private final Criterion[][] criteria = new Criterion[Deed.count()][];
    private final float[] stakes = new float[Deed.count()];

    ScoreRules(Scheme scheme, Reporting reporting) {
        initial = points(scheme.scale().initialMicro());
        floor = points(scheme.scale().floorMicro());
        ceiling = points(scheme.scale().ceilingMicro());
        var all = new ArrayList<List<Criterion>>();
        for (int deed = 0; deed < Deed.count(); deed++) {
            all.add(new ArrayList<>());
        }
        var read = new ArrayList<Kind>();
        float towards = 0;
        float most = 0;
        for (Characteristic characteristic : scheme.characteristics()) {
            switch (characteristic) {
                case Characteristic.Accrual accrual -> {
                    read.add(kind(accrual));
                    names.add(accrual.name());
                    read(accrual, reporting, read.size() - 1, all);
                }
                case Characteristic.Contacts contacts -> {
                    towards = points(contacts.pullMicro());
                    most = points(contacts.mostMicro());
                }
                case Characteristic.Binned _, Characteristic.Rated _ ->
                        throw new IllegalArgumentException(characteristic.name());
            }
        }
        pull = towards;
        mostPull = most;
        kinds = read.toArray(new Kind[0]);
        limits = new float[found.size()];
        periods = new Period[limits.length];
        for (int i = 0; i < limits.length; i++) {
            limits[i] = points(found.get(i).pointsMicro());
            periods[i] = found.get(i).period();
        }
        for (int deed = 0; deed < criteria.length; deed++) {
            criteria[deed] = all.get(deed).toArray(new Criterion[0]);
        }
    }

    Criterion[] of(Deed deed) {
        return criteria[deed.column()];
    }

    /// Share of the scale that people believe a deed brings.
    float stake(Deed deed) {
        return stakes[deed.column()];
    }

    private static float points(long micro) {
        return (float) (micro / (double) Micro.ONE);
    }

    private static Kind kind(Characteristic.Accrual accrual) {
        List<Fade> fades = accrual.signals().stream().map(Accrued::fade).distinct().toList();
        boolean expires = accrual.signals().stream().anyMatch(each -> each.expiresDays() > 0);
        if (fades.size() == 1 && !expires && fades.getFirst() instanceof Fade.HalfLife half) {
            float weight = (float) Math.pow(2, -WEEK_DAYS / (double) half.days());
            return new Kind(weight, points(accrual.floorMicro()), points(accrual.ceilingMicro()));
        }
        throw new IllegalArgumentException(accrual.name() + ": more than one half-life");
    }

    private void read(
            Characteristic.Accrual accrual,
            Reporting reporting,
            int index,
            List<List<Criterion>> all) {
        int shared = found.size();
        accrual.sharedLimits().forEach(each -> found.add(each.limit()));
        for (Accrued accrued : accrual.signals()) {
            var caps = new ArrayList<Integer>();
            for (Limit limit : accrued.limits()) {
                caps.add(found.size());
                found.add(limit);
            }
            for (int i = 0; i < accrual.sharedLimits().size(); i++) {
                SharedLimit limit = accrual.sharedLimits().get(i);
                if (limit.signals().contains(accrued.signal())) {
                    caps.add(shared + i);
                }
            }
            for (Reported reported : reporting.of(accrued.signal())) {
                Deed deed = reported.deed();
                Award award = deed.asCounterparty() ? accrued.counterparty() : accrued.award();
                if (award != null) {
                    float[] table = table(reported, award);
                    int[] held = caps.stream().mapToInt(Integer::intValue).toArray();
                    all.get(deed.column()).add(new Criterion(index, table, held));
                    int typical = deed.counted() ? 1 : Math.max(1, deed.most() / TYPICAL_PART);
                    stakes[deed.column()] += table[typical] / (ceiling - floor);
                }
            }
        }
    }

    private static float[] table(Reported reported, Award award) {
        Deed deed = reported.deed();
        var table = new float[deed.most() + 1];
        for (int amount = 1; amount < table.length; amount++) {
            table[amount] =
                    deed.counted()
                            ? amount * points(award.micro(Micro.of(reported.times())))
                            : points(award.micro(Micro.of((long) amount * reported.times())));
        }
        return table;
    }
}
