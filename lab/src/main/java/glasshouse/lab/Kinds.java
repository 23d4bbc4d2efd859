package glasshouse.lab;

import glasshouse.lab.experiment.Kind;
import glasshouse.lab.study.AttacksKind;
import glasshouse.lab.study.DelayedImpactKind;
import glasshouse.lab.study.FairLendingKind;
import glasshouse.lab.study.SocietyKind;
import glasshouse.lab.study.SpiralOfSilenceKind;
import java.util.List;

/// The kinds of experiments that there are.
public final class Kinds {
    public static final List<Kind> ALL =
            List.of(
                    new DelayedImpactKind(),
                    new FairLendingKind(),
                    new SpiralOfSilenceKind(),
                    new AttacksKind(),
                    new SocietyKind());

    private Kinds() {}
}
