package glasshouse.audit;

import java.util.Locale;

/// The predicates that rules can use, each with the class that knows it.
public enum Test {
    NATURE,
    CONTACTS,
    REGISTER,
    CONTEXT,
    ADVANTAGE,
    DISPROPORTION,
    COMPULSORY,
    CONTRACT,
    DISPLAY,
    RIGHT,
    DISPUTE_TIME,
    PURPOSE,
    AUTOMATED,
    SIGNIFICANCE,
    HIGH_RISK,
    IMPACT,
    EXPLAINED,
    LIST_TERMS,
    FADING,
    UNBOUNDED,
    DOUBLE,
    DEAD,
    CLIFF,
    RECOVERY,
    NEWCOMER,
    SPIRAL,
    FEEDBACK,
    GAMING,
    MONOTONE,
    INCENTIVE;

    /// Looks at a scheme for what a rule is about, and notes what it finds.
    void look(Subject subject, AuditRule rule, Notes notes) {
        switch (this) {
            case NATURE -> WhatIsScored.nature(subject, rule, notes);
            case CONTACTS -> WhatIsScored.contacts(subject, rule, notes);
            case REGISTER -> WhatIsScored.register(subject, rule, notes);
            case CONTEXT -> WhereItLeads.context(subject, rule, notes);
            case ADVANTAGE -> WhereItLeads.advantage(subject, rule, notes);
            case DISPROPORTION -> Proportion.look(subject, rule, notes);
            case COMPULSORY -> UnderWhatTerms.compulsory(subject, rule, notes);
            case CONTRACT -> UnderWhatTerms.contract(subject, rule, notes);
            case DISPLAY -> UnderWhatTerms.display(subject, rule, notes);
            case RIGHT -> UnderWhatTerms.right(subject, rule, notes);
            case DISPUTE_TIME -> UnderWhatTerms.disputeTime(subject, rule, notes);
            case PURPOSE -> UnderWhatTerms.purpose(subject, rule, notes);
            case AUTOMATED -> Duties.automated(subject, rule, notes);
            case SIGNIFICANCE -> Duties.significance(subject, rule, notes);
            case HIGH_RISK -> Duties.highRisk(subject, rule, notes);
            case IMPACT -> Duties.impact(subject, rule, notes);
            case EXPLAINED -> Duties.explained(subject, rule, notes);
            case LIST_TERMS -> Duties.listTerms(subject, rule, notes);
            case FADING -> HowItCounts.fading(subject, rule, notes);
            case UNBOUNDED -> HowItCounts.unbounded(subject, rule, notes);
            case DOUBLE -> HowItCounts.counted(subject, rule, notes);
            case DEAD -> HowItCounts.dead(subject, rule, notes);
            case CLIFF -> UpAndDown.cliff(subject, rule, notes);
            case RECOVERY -> UpAndDown.recovery(subject, rule, notes);
            case NEWCOMER -> UpAndDown.newcomer(subject, rule, notes);
            case SPIRAL -> UpAndDown.spiral(subject, rule, notes);
            case FEEDBACK -> UpAndDown.feedback(subject, rule, notes);
            case GAMING -> WhatItPays.gaming(subject, rule, notes);
            case MONOTONE -> WhatItPays.monotone(subject, rule, notes);
            case INCENTIVE -> WhatItPays.incentive(subject, rule, notes);
        }
    }

    /// As written in the files of rules: `list-terms`.
    public String written() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
